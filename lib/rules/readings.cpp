#include "rules/readings.h"

#include <algorithm>

namespace liaison {

Readings::Readings(const Image& image) {
  for (const ReadingPart& part : image.table<ReadingPart>(SectionId::readings)) {
    auto at = std::find_if(readings_.begin(), readings_.end(), [&](const Reading& r) { return r.id == part.reading; });
    if (at == readings_.end()) at = readings_.insert(at, {part.reading, part.system, {}});
    at->own.add(part.part);
    all_.add(part.part);
  }
}

const Readings::Reading* Readings::find(ClassId reading) const {
  auto at = std::find_if(readings_.begin(), readings_.end(), [&](const Reading& r) { return r.id == reading; });
  return at == readings_.end() ? nullptr : &*at;
}

std::vector<ClassId> Readings::system_of(ClassId reading) const {
  std::vector<ClassId> out;
  if (const Reading* known = find(reading))
    for (const Reading& r : readings_)
      if (r.system == known->system) out.push_back(r.id);
  return out;
}

bool Readings::select(ClassSet& classes, ClassId reading) const {
  const Reading* chosen = find(reading);
  if (!chosen || !classes.has(reading)) return false;
  bool changed = false;
  for (const Reading& other : readings_)
    if (other.system == chosen->system && &other != chosen && classes.has(other.id)) {
      other.own.each([&](ClassId id) {
        if (!chosen->own.has(id)) classes.remove(id);
      });
      changed = true;
    }
  return changed;
}

bool Readings::remove(ClassSet& classes, ClassId reading) const {
  const Reading* taken = find(reading);
  if (!taken || !classes.has(reading)) return false;
  ClassSet kept;
  for (const Reading& other : readings_)
    if (other.system == taken->system && &other != taken && classes.has(other.id)) kept |= other.own;
  if (kept.empty()) return false;
  taken->own.each([&](ClassId id) {
    if (!kept.has(id)) classes.remove(id);
  });
  return true;
}

}  // namespace liaison
