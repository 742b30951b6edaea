#include "network_input.h"

#include <iostream>
#include <optional>

namespace command {

void NetworkOptions::add_to(CLI::App& app) {
  input.add_to(app);
  pack.add_to(app);
  resolve.add_to(app);
}

Tally read_network(const NetworkOptions& options, liaison::Network& network) {
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
            << (tally.failed > 0 ? "nothing of it could be" : "there was no *.txt and no line of facts") << '\n';
  return true;
}

}  // namespace command
