// Adds a relation of one's own: who sues whom. A frame is all that it takes, with examples that are run.
#include <iostream>

#include <liaison/analyzer.h>
#include <liaison/pack.h>

constexpr const char* kLawsuit = R"(frame lawsuit
  verb sue: subj | obj
  verb accuse: subj | obj
  fill PERSON | ORG | GPE
  yes "Samsung sued Apple."        => Samsung / Apple | occurred
  yes "Samsung will sue Apple."    => Samsung / Apple | planned
)";

int main() {
  const auto built =
      liaison::PackBuilder(liaison::Pack::english()).add({"rules/added/lawsuit.rules", kLawsuit}).build();
  for (const auto& diagnostic : built.diagnostics) std::cerr << to_string(diagnostic) << '\n';
  if (!built.pack) return 1;

  const liaison::Analyzer analyzer(built.pack);
  const liaison::Document document{.id = "court", .text = "Google sued Microsoft on Monday. Intel will sue Nvidia."};
  const auto analysis = analyzer.analyze(document);
  for (const auto& event : analysis.events) {
    std::cout << analysis.pack->name(event.kind) << ", " << analysis.pack->name(event.status) << ':';
    for (const auto& participant : event.participants) std::cout << ' ' << analysis.at(participant.entity).name;
    std::cout << "\n  by " << analysis.pack->rule_name(event.evidence[0].rule) << " at "
              << analysis.pack->rule_place(event.evidence[0].rule) << '\n';
  }
}
