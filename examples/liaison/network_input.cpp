#include "network_input.h"

#include <iostream>
#include <optional>

#include "liaison/query.h"
#include "words.h"

namespace command {

void NetworkOptions::add_to(CLI::App& app) {
  add_input_to(app);
  resolve.add_to(app);
}

void NetworkOptions::add_input_to(CLI::App& app) {
  input.add_to(app);
  pack.add_to(app);
  app.add_option("--since", since, "Only articles of this day, month or year and later (ISO 8601)")->type_name("DATE");
  app.add_option("--until", until, "Only articles of this day, month or year and before; those without a date are left out")
      ->type_name("DATE");
  app.add_option("--remove-document", without, "Leave out the article of this id; may be given several times")
      ->type_name("ID")
      ->allow_extra_args(false);
}

namespace {

/// Takes out what is not wanted.
void leave_out(const NetworkOptions& options, liaison::Network& network) {
  std::size_t dated = 0;
  for (const auto& id : options.without) {
    if (network.remove_document(id) == 0) std::cerr << "liaison: there is no article " << json_string(id) << " to remove\n";
  }
  if (options.since.empty() && options.until.empty()) return;
  for (const auto& facts : network.documents()) {
    if (!liaison::lies_between(facts->date, options.since, options.until)) dated += network.remove_document(facts->id);
  }
  if (dated > 0) std::cerr << "liaison: " << count_of(dated, "article") << " of another time left out\n";
}

}  // namespace

Tally read_network(const NetworkOptions& options, liaison::Network& network) {
  const auto tally = read_facts(options, network);
  leave_out(options, network);
  return tally;
}

Tally read_facts(const NetworkOptions& options, liaison::Network& network) {
  Reader reader(liaison::Analyzer(options.pack.open()), liaison::OffsetUnit::byte, Reader::Lines::documents_and_facts);
  return read_all<std::optional<liaison::DocumentFacts>>(
      options.input, std::move(reader),
      [](Reading&& reading) -> std::optional<liaison::DocumentFacts> {
        if (auto* facts = std::get_if<liaison::DocumentFacts>(&reading)) return std::move(*facts);
        return std::nullopt;
      },
      [&](std::optional<liaison::DocumentFacts>&& facts) {
        if (facts) network.add(std::move(*facts));
      });
}

bool nothing_was_read(const Tally& tally) {
  if (tally.read > 0) return false;
  std::cerr << "liaison: nothing was read: "
            << (tally.failed > 0 ? "none of the input could be" : "there was no *.txt and no line of facts") << '\n';
  return true;
}

}  // namespace command
