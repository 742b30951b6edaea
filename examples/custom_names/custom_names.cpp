// Adds names of one's own to the English pack.
#include <iostream>

#include <liaison/analyzer.h>
#include <liaison/pack.h>

// A list of names: the canonical name first, its other forms after bars.
constexpr const char* kOurNames = R"(%type ORG
%strength strong
Quillfeather Rocketry | Quillfeather
)";

int main() {
  const auto built =
      liaison::PackBuilder(liaison::Pack::english()).add({"names/added/ours.txt", kOurNames}).build();
  for (const auto& diagnostic : built.diagnostics) std::cerr << to_string(diagnostic) << '\n';
  if (!built.pack) return 1;

  const liaison::Analyzer analyzer(built.pack);
  const liaison::Document document{.id = "ours", .text = "Shares of Quillfeather rose as Samsung met Quillfeather."};
  const auto analysis = analyzer.analyze(document);
  for (const auto& entity : analysis.entities) {
    std::cout << analysis.pack->name(entity.type) << '\t' << entity.name;
    if (!entity.known_as.empty()) std::cout << "\tknown as " << entity.known_as;
    std::cout << '\n';
  }
}
