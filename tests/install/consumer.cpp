// A program that knows nothing but the installed library: it reads a sentence, and the pack that is installed beside.
#include <iostream>
#include <string>

#include <liaison/analyzer.h>
#include <liaison/error.h>
#include <liaison/facts.h>
#include <liaison/graphml.h>
#include <liaison/network.h>
#include <liaison/pack.h>
#include <liaison/report.h>
#include <liaison/version.h>

namespace {

int fail(const std::string& what) {
  std::cerr << "consumer: " << what << '\n';
  return 1;
}

bool throws_error_for(const char* path) {
  try {
    liaison::Pack::open(path);
  } catch (const liaison::Error& error) {  // caught across the border of the library
    return error.code() == liaison::ErrorCode::unreadable;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  auto pack = liaison::Pack::english();
  if (argc > 1) {
    pack = liaison::Pack::open(argv[1]);
    pack->verify();
    if (pack->version() != liaison::Pack::english()->version()) return fail("the installed pack is another one");
  }
  if (!throws_error_for("/nowhere/en.pack")) return fail("no error for a pack that is not there");

  const liaison::Document document{.id = "a", .text = "Jay Y. Lee met Elon Musk in Seoul."};
  liaison::Network network;
  network.add(liaison::facts_of(document, liaison::Analyzer(pack).analyze(document)));
  const auto graph = liaison::resolve(network);
  if (graph.edges().size() != 1) return fail("the graph has not one edge");
  liaison::write_graphml(graph, std::cout);
  std::cout << "\nliaison " << liaison::kVersion << ": " << graph.nodes()[0].label << " met " << graph.nodes()[1].label
            << '\n';
}
