#include "check_corrections.h"

#include <iostream>

#include "commands.h"
#include "options.h"
#include "words.h"

namespace command {

int check_corrections(const std::string& corrections, const std::vector<std::string>& facts) {
  if (facts.empty()) throw UsageError("--corrections wants --facts FILE, of which the corrections are");
  const auto wanted = read_corrections_file(corrections);
  liaison::Network network;
  for (const auto& path : facts) network.merge(liaison::Network::load(path));
  liaison::ResolveOptions options;
  options.all_nodes = true;
  const auto idle = liaison::resolve(network, wanted, options).idle_corrections();
  for (const auto& one : idle) {
    std::cout << corrections << ':' << one.line << ": warning: this line changes nothing: " << one.why << " [idle-correction]\n"
              << one.text << '\n';
  }
  std::size_t count = 0;
  for (const auto* lines : {&wanted.same, &wanted.different, &wanted.name, &wanted.type, &wanted.drop, &wanted.reject, &wanted.accept}) {
    count += lines->size();
  }
  std::cout << count_of(count, "correction") << " in " << corrections << ", " << idle.size() << " of them without effect\n" << std::flush;
  return idle.empty() ? kDone : kSomeUnread;
}

}  // namespace command
