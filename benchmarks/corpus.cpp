#include "corpus.h"

#include <fstream>

#include "liaison/error.h"
#include "liaison/facts.h"

namespace bench {

Corpus read_corpus(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw liaison::Error(liaison::ErrorCode::unreadable, path, "cannot be read");
  Corpus corpus;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    auto document = liaison::input_from_json(line, path + ":" + std::to_string(++number)).document;
    corpus.bytes += document.text.size();
    corpus.articles.push_back(std::move(document));
  }
  if (corpus.bytes == 0) throw liaison::Error(liaison::ErrorCode::unreadable, path, "holds no text");
  return corpus;
}

}  // namespace bench
