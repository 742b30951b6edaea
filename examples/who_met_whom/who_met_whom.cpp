// Reads several articles with all cores and makes one graph of them, as GraphML on standard output.
#include <iostream>
#include <vector>

#include <liaison/analyzer.h>
#include <liaison/facts.h>
#include <liaison/graphml.h>
#include <liaison/network.h>

int main() {
  std::vector<liaison::Document> articles = {
      {.id = "a", .date = "2024-06-11", .source = "Daily", .text = "Samsung chairman Jay Y. Lee met Mark Zuckerberg."},
      {.id = "b", .date = "2024-06-12", .source = "Weekly", .text = "Mark Zuckerberg met Jay Y. Lee on Tuesday."},
      {.id = "c", .date = "2024-06-13", .source = "Daily", .text = "Jay Y. Lee will meet Angela Merkel in Berlin."},
  };

  liaison::Network network;
  std::size_t next = 0;
  liaison::analyze_all(
      liaison::Analyzer(),
      [&]() -> std::optional<liaison::Document> {
        if (next == articles.size()) return std::nullopt;
        return articles[next++];
      },
      [&](liaison::Document&& document, liaison::Analysis&& analysis) {
        network.add(liaison::facts_of(document, analysis));
      });

  const liaison::Graph graph = liaison::resolve(network);
  for (const auto& edge : graph.edges()) {
    std::cerr << graph.at(edge.a).label << " - " << graph.at(edge.b).label << ": " << edge.kind << ", " << edge.status
              << ", weight " << edge.weight << '\n';
  }
  liaison::write_graphml(graph, std::cout);
}
