#include "liaison/network.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>

#include <xxhash.h>

#include "liaison/report.h"

namespace liaison {

std::size_t Network::Hash::operator()(const Facts& facts) const {
  return XXH3_64bits_withSeed(facts->id.data(), facts->id.size(),
                              XXH3_64bits(facts->made.text.data(), facts->made.text.size()));
}

bool Network::add(Facts facts) {
  const auto [found, is_new] = documents_.insert(facts);
  if (is_new) return true;
  if (*found == facts || to_json(*facts) <= to_json(**found)) return false;
  documents_.erase(found);
  documents_.insert(std::move(facts));
  return true;
}

void Network::merge(const Network& other) {
  for (const Facts& facts : other.documents_) add(facts);
}

std::size_t Network::remove_document(std::string_view id) {
  return std::erase_if(documents_, [&](const Facts& facts) { return facts->id == id; });
}

std::vector<Network::Facts> Network::documents() const {
  std::vector<Facts> all(documents_.begin(), documents_.end());
  std::sort(all.begin(), all.end(), [](const Facts& a, const Facts& b) {
    const int by_id = a->id.compare(b->id);
    return by_id != 0 ? by_id < 0 : a->made.text < b->made.text;
  });
  return all;
}

void Network::write(std::ostream& out) const {
  for (const Facts& facts : documents()) out << to_json(*facts) << '\n';
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
