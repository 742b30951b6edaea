// What a table says about plain files: `--meta FILE.csv` with the columns id, date, source, url, title.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "liaison/document.h"

namespace command {

/// The rows of a table in RFC 4180, read whole; a row that is empty is left out.
std::vector<std::vector<std::string>> read_csv(std::string_view text);

/// Rows by the id of their article. Immutable once read; any number of threads may ask it.
class Meta {
 public:
  /// Throws UsageError if the file cannot be read, has no column `id` or names an article twice.
  static Meta read(const std::string& path);

  /// Fills what the table knows of the document; false if it has no row for its id.
  bool fill(liaison::Document& document) const;

  std::size_t size() const { return rows_.size(); }

 private:
  std::map<std::string, liaison::Document> rows_;
};

}  // namespace command
