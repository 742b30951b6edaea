#include "liaison/network.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <numeric>
#include <ostream>

#include <xxhash.h>

#include "liaison/report.h"
#include "network/digests.h"
#include "network/text_order.h"

namespace liaison {

Network::Network() : digests_(std::make_unique<Digests>()) {}
Network::Network(const Network& other)
    : documents_(other.documents_),
      digest_of_(other.digest_of_),
      digests_(std::make_unique<Digests>(*other.digests_)),
      slots_(other.slots_) {}
Network::Network(Network&& other) noexcept : Network() { *this = std::move(other); }
Network& Network::operator=(const Network& other) { return *this = Network(other); }
Network& Network::operator=(Network&& other) noexcept {
  documents_.swap(other.documents_);
  digest_of_.swap(other.digest_of_);
  digests_.swap(other.digests_);
  slots_.swap(other.slots_);
  return *this;
}
Network::~Network() = default;

std::uint32_t Network::tag_of(const DocumentFacts& facts) {
  const XXH64_hash_t text = XXH3_64bits(facts.made.text.data(), facts.made.text.size());
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(facts.id.data(), facts.id.size(), text));
}

Network::Slot& Network::find(const DocumentFacts& facts, std::uint32_t tag) {
  const auto is_same = [&](const Slot& slot) {
    if (slot.tag != tag) return false;
    const DocumentFacts& other = *documents_[slot.number];
    return other.id == facts.id && other.made.text == facts.made.text;
  };
  std::size_t at = tag & (slots_.size() - 1);
  while (slots_[at].number != kNone && !is_same(slots_[at])) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void Network::make_slots(std::size_t count) {
  std::vector<Slot> old(count);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.number == kNone) continue;
    std::size_t at = slot.tag & (count - 1);
    while (slots_[at].number != kNone) at = (at + 1) & (count - 1);
    slots_[at] = slot;
  }
}

bool Network::add(Facts facts) {
  if (slots_.size() < 2 * (documents_.size() + 1)) make_slots(std::max<std::size_t>(64, 2 * slots_.size()));
  const std::uint32_t tag = tag_of(*facts);
  Slot& slot = find(*facts, tag);
  if (slot.number == kNone) {
    slot = {tag, static_cast<std::uint32_t>(documents_.size())};
    digest_of_.push_back(digests_->add(*facts));
    documents_.push_back(std::move(facts));
    return true;
  }
  Facts& there = documents_[slot.number];
  if (there == facts || to_json(*facts) <= to_json(*there)) return false;
  digest_of_[slot.number] = digests_->add(*facts);
  there = std::move(facts);
  return true;
}

void Network::merge(const Network& other) {
  if (&other == this) return;
  for (const Facts& facts : other.documents_) add(facts);
}

std::size_t Network::remove_document(std::string_view id) {
  const std::size_t removed = std::erase_if(documents_, [&](const Facts& facts) { return facts->id == id; });
  if (removed == 0) return 0;
  std::vector<Facts> left;
  left.swap(documents_);
  slots_.clear();
  digest_of_.clear();
  *digests_ = {};
  for (Facts& facts : left) add(std::move(facts));
  return removed;
}

std::vector<std::uint32_t> Network::order() const {
  std::vector<std::uint32_t> order(documents_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto id_of = [&](std::uint32_t at) -> std::string_view { return documents_[at]->id; };
  TextOrder<decltype(id_of)>(id_of).sort(order);
  for (auto run = order.begin(), end = run; run != order.end(); run = end) {   // versions of one document
    for (end = run + 1; end != order.end() && id_of(*end) == id_of(*run);) ++end;
    if (end - run < 2) continue;
    std::sort(run, end, [&](std::uint32_t a, std::uint32_t b) { return documents_[a]->made.text < documents_[b]->made.text; });
  }
  return order;
}

std::vector<Network::Facts> Network::documents() const {
  std::vector<Facts> sorted;
  sorted.reserve(documents_.size());
  for (const std::uint32_t at : order()) sorted.push_back(documents_[at]);
  return sorted;
}

std::vector<std::pair<Network::Facts, std::uint32_t>> Network::digested() const {
  std::vector<std::pair<Facts, std::uint32_t>> sorted;
  sorted.reserve(documents_.size());
  for (const std::uint32_t at : order()) sorted.emplace_back(documents_[at], digest_of_[at]);
  return sorted;
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
