// Marks the names and roles in a text: the shortest way to use the library.
#include <iostream>

#include <liaison/analyzer.h>
#include <liaison/pack.h>

int main() {
  const liaison::Analyzer analyzer;  // reads English with the pack that is embedded in the library
  const liaison::Document document{
      .id = "lee", .text = "Jay Y. Lee, the chairman of Samsung, met Elon Musk in Austin, Texas."};

  const liaison::Analysis analysis = analyzer.analyze(document);
  for (const liaison::Mention& mention : analysis.mentions) {
    std::cout << analysis.pack->name(mention.type) << '\t' << mention.place.span.start << '\t'
              << liaison::text_of(document, mention.place) << '\n';
  }

  // Ties between people and bodies are found in the same call.
  for (const liaison::Hold& hold : analysis.holds) {
    std::cout << analysis.at(hold.person).name << " is " << hold.role;
    if (hold.org != liaison::EntityId::none) std::cout << " of " << analysis.at(hold.org).name;
    std::cout << '\n';
  }
}
