#include "liaison/network.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>

#include "liaison/report.h"

namespace liaison {

bool Network::add(DocumentFacts facts) {
  Key key{facts.id, facts.made.text};
  const auto found = documents_.find(key);
  if (found == documents_.end()) {
    documents_.emplace(std::move(key), std::move(facts));
    return true;
  }
  if (to_json(facts) <= to_json(found->second)) return false;
  found->second = std::move(facts);
  return true;
}

void Network::merge(const Network& other) {
  for (const auto& [key, facts] : other.documents_) add(facts);
}

void Network::merge(Network&& other) {
  documents_.merge(other.documents_);
  merge(std::as_const(other));  // what stayed behind stands on both sides
  other.documents_.clear();
}

std::size_t Network::remove_document(std::string_view id) {
  const auto first = documents_.lower_bound({std::string(id), {}});
  auto last = first;
  std::size_t count = 0;
  for (; last != documents_.end() && last->first.first == id; ++last) ++count;
  documents_.erase(first, last);
  return count;
}

void Network::write(std::ostream& out) const {
  for (const auto& [key, facts] : documents_) out << to_json(facts) << '\n';
}

void Network::save(const std::string& path) const {
  write_whole(path, [this](std::ostream& out) { write(out); });
}

Network Network::load(const std::string& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::unreadable, path, errno ? std::strerror(errno) : "cannot be opened");
  Network network;
  network.read(in, path);
  return network;
}

void Network::read(std::istream& in, const std::string& where, const std::function<void(const Error&)>& bad_line) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      add(facts_from_json(line, where + ':' + std::to_string(number)));
    } catch (const Error& error) {
      if (!bad_line) throw;
      bad_line(error);
    }
  }
  if (in.bad()) throw Error(ErrorCode::unreadable, where, "reading failed");
}

}  // namespace liaison
