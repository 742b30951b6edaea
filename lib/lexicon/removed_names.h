// The names that the lists of a lexicon under construction take out.
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"

namespace liaison {

/// Removals, known before any list adds names. A file may add itself what it takes out of the others.
class RemovedNames {
 public:
  bool empty() const { return removed_.empty(); }
  /// `type`: of that type only, where it is one.
  void add(std::vector<WordId> words, Symbol type, const std::string& file);
  /// True if a removal hits a name, which is noted. `file` adds the name; null where it was imported.
  bool hit(std::span<const WordId> words, Symbol type, const std::string* file);
  /// True if this removal has hit a name by now.
  bool has_hit(std::span<const WordId> words, Symbol type, const std::string& file) const;

 private:
  struct Removal {
    Symbol type;       // none: any
    std::string file;  // may add the name itself
    bool used = false;
  };
  struct BeforeInOrder {
    using is_transparent = void;
    bool operator()(std::span<const WordId> a, std::span<const WordId> b) const {
      return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
    }
  };

  std::multimap<std::vector<WordId>, Removal, BeforeInOrder> removed_;
};

}  // namespace liaison
