// Puts the names of a document together: which mentions are one person, body or place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "liaison/analyzer.h"
#include "recognition/name_finder.h"
#include "rules/annotation.h"

namespace liaison {

/// Two names that the text itself says are one: "Meta, formerly known as Facebook". Indices of annotations.
struct ToldAlias {
  std::uint32_t a = 0, b = 0;
  RuleId rule = RuleId::none;
};

/// Resolves names within a document. Requires: used by one thread at a time; memory is reused.
class NameResolver {
 public:
  /// Sets the `entity` of each name among the annotations and replaces `entities`, in order of their first mention.
  /// One string of one type is one entity, but for a surname or given name alone, which belongs to the person who
  /// bears it and was named last; a short form or acronym belongs to the body that it fits.
  /// `mentions` of the entities index the annotations. Near linear.
  void run(const TextView& view, const NameClasses& classes, std::span<const ToldAlias> told,
           std::vector<Annotation>& annotations, std::vector<Entity>& entities);

 private:
  /// The mentions of one string.
  struct Node {
    std::uint32_t first_annotation = 0;
    std::uint32_t parent = 0;
    Symbol type;
    std::vector<WordId> words;   // without suffixes
    std::string initials;        // of all its capitalised words, suffixes too, small
    bool single_person = false;  // a lone surname or given name: goes by occurrence
  };

  std::uint32_t find(std::uint32_t node);
  void join(std::uint32_t a, std::uint32_t b);
  void make_nodes(const TextView& view, const NameClasses& classes, std::span<const Annotation> annotations);
  void join_known(std::span<const Annotation> annotations, const Lexicon& lexicon);
  void join_persons(const TextView& view);
  void join_bodies(const TextView& view, const NameClasses& classes);
  bool is_short_form(const TextView& view, const NameClasses& classes, const Node& small, const Node& large) const;
  std::uint32_t bearer_of(const Node& name, std::uint32_t before) const;
  void make_entities(const TextView& view, std::vector<Annotation>& annotations, std::vector<Entity>& entities);

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> node_of_;  // for each annotation; kNone for what is no name
  std::unordered_map<std::uint64_t, std::uint32_t> strings_;
};

}  // namespace liaison
