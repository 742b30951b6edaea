// The benchmarks. Each measures, checks what it found, and adds its figures to the report.
#pragma once

#include <cstddef>
#include <string>

#include "corpus.h"
#include "report.h"

namespace bench {

/// The yardsticks `split` (a scalar loop that emits the offsets of runs of letters) and `icu` (ICU's word and sentence
/// iterators over text that is UTF-16 already), and `tokenize`, tokens and sentences, on one core.
void measure_text(const Corpus& corpus, Report& report);

/// `pipeline`, reading whole articles, on one core, and `pipeline_cores` on all.
void measure_pipeline(const Corpus& corpus, Report& report);

/// `open_pack`, mapping the file of another pack, and `pipeline_pack`, reading with it, on one core.
void measure_pack(const Corpus& corpus, const std::string& file, Report& report);

/// One graph of all articles, repeated under other names until it has about `most_edges` edges: `network_add`, the
/// nanoseconds an edge takes to add and resolve; `network_bytes_per_edge`, beside its evidence; `network_growth`, the
/// power of the number of edges with which the time grows; `graphml_write`.
void measure_network(const Corpus& corpus, std::size_t most_edges, Report& report);

/// `overlay_names`, `overlay_rule`: a pack of English with 10,000 more names, and with a frame more, is ready.
/// `gazetteer_build`: a pack with 100,000 more names. `compile_1m`, `bytes_per_name`, `open_1m`: one with a million.
void measure_names(Report& report);

/// `rules_100`, `rules_1k`, `rules_10k`: the pipeline with so many more rules of mixed kind; `rules_10k_build`,
/// `rules_10k_image`: what the last of these packs costs.
void measure_rules(const Corpus& corpus, Report& report);

/// `plain`, `typographic`: the pipeline on ASCII, and on the same text with typographic quotes and accented names.
/// `hostile_doubling`: how many times as long twice the text takes, of the worst of some texts that are hard to read.
void measure_hard_texts(const Corpus& corpus, Report& report);

/// `startup`: a fresh process of this program reads a text of 1 kB. `self` is the program's own path.
void measure_startup(const std::string& self, Report& report);
/// What that process does.
int read_first_text();

}  // namespace bench
