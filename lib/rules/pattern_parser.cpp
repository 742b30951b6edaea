#include "rules/pattern_parser.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace liaison {
namespace {

/// How deep brackets may nest, so that no input can exhaust the stack.
constexpr int kDeepest = 32;
/// The most often that an element may be repeated by count.
constexpr int kMostRepeats = 64;

constexpr const char* kExample = "for example `\"met\"`, `honorific`, `PERSON` or `_` for any unit";

/// Reads the pattern of one rule by recursive descent. After the first error it reads no further.
class PatternParser {
 public:
  /// `ends` are the signs before which the pattern ends, besides its end.
  explicit PatternParser(Cursor& in, std::string_view ends = {}) : in_(in), ends_(ends) {}

  std::optional<PatternNode> read() {
    if (begins_what_follows()) fail("empty-pattern", "a pattern is missing here", kExample);
    PatternNode node = alternation(0);
    if (!failed_ && !at_end() && !at_sign())
      fail("unexpected", "this does not belong into a pattern", in_.peek() == ')' ? "no bracket is open here" : kExample);
    if (failed_) return std::nullopt;
    return node;
  }

 private:
  void fail(std::string code, std::string message, std::string hint = {}) {
    fail_at(in_.offset(), std::move(code), std::move(message), std::move(hint));
  }

  void fail_at(std::size_t offset, std::string code, std::string message, std::string hint = {}) {
    if (!failed_) in_.error_at(offset, std::move(code), std::move(message), std::move(hint));
    failed_ = true;
  }

  /// True before a line that belongs to the rule but not to its pattern.
  bool begins_what_follows() const {
    for (const char* word : {"where", "yes", "no", "todo"})
      if (Cursor(in_).take_word(word)) return true;
    return false;
  }

  bool at_sign() const { return ends_.find(in_.peek()) != std::string_view::npos; }

  /// True where the pattern ends: before `where`, an example, or the end of the item.
  bool at_end() {
    if (!in_.at_line_end()) return Cursor(in_).take_word("where");
    Cursor ahead = in_;
    if (!ahead.next_line()) return true;
    std::swap(in_, ahead);
    if (!begins_what_follows()) return false;
    std::swap(in_, ahead);
    return true;
  }

  PatternNode alternation(int depth) {
    PatternNode first = sequence(depth);
    if (failed_ || !in_.take("|")) return first;
    PatternNode node{.kind = PatternNode::Kind::alternation, .offset = first.offset};
    node.parts.push_back(std::move(first));
    do node.parts.push_back(sequence(depth));
    while (!failed_ && in_.take("|"));
    return node;
  }

  PatternNode sequence(int depth) {
    in_.skip_blanks();
    PatternNode node{.kind = PatternNode::Kind::sequence, .offset = in_.offset()};
    while (!failed_ && !at_end() && in_.peek() != '|' && in_.peek() != ')' && !at_sign())
      node.parts.push_back(element(depth));
    if (!failed_ && node.parts.empty()) fail("empty-pattern", "a pattern is missing here", kExample);
    return node;
  }

  PatternNode element(int depth) {
    std::size_t offset = in_.offset();
    Cursor ahead = in_;
    std::string name = ahead.name();
    if (name.empty() || ahead.peek() != ':') return repeated(atom(depth));
    in_ = ahead;
    in_.take(":");
    PatternNode node{.kind = PatternNode::Kind::capture, .name = name, .offset = offset};
    node.parts.push_back(repeated(atom(depth)));
    return node;
  }

  PatternNode repeated(PatternNode part) {
    if (failed_) return part;
    int min = 1, max = 1;
    char c = in_.peek();  // a quantifier follows without a blank
    if (c == '?') min = 0;
    else if (c == '*') min = 0, max = PatternNode::kUnbounded;
    else if (c == '+') max = PatternNode::kUnbounded;
    else if (c != '{') return part;
    std::size_t offset = in_.offset();
    in_.take(std::string_view(&c, 1));
    if (c == '{') counted(offset, min, max);
    PatternNode node{.kind = PatternNode::Kind::repeat, .min = min, .max = max, .offset = part.offset};
    node.parts.push_back(std::move(part));
    return node;
  }

  void counted(std::size_t offset, int& min, int& max) {
    min = in_.number(0);
    max = in_.take(",") ? in_.number(PatternNode::kUnbounded) : min;
    bool unbounded = max == PatternNode::kUnbounded;
    if (!in_.take("}")) fail_at(offset, "bad-count", "this count is not closed", "a count is written {2}, {1,3} or {2,}");
    else if (std::max(min, max) > kMostRepeats || (!unbounded && (max < min || max == 0)))
      fail_at(offset, "bad-count", "counts go up, from 1 to " + std::to_string(kMostRepeats) + " at most",
              "a count is written {2}, {1,3} or {2,}; `?` stands for what may be missing");
  }

  PatternNode group(int depth) {
    if (depth >= kDeepest) {
      fail("too-deep", "brackets nest deeper than " + std::to_string(kDeepest), "make a list or a template of the inner ones");
      return {};
    }
    PatternNode node = alternation(depth + 1);
    if (!failed_ && !in_.take(")")) fail("not-closed", "a closing bracket is missing here", "write `)` where the part ends that `(` begins");
    return node;
  }

  PatternNode look(int depth, bool behind, bool negated) {
    PatternNode node{.kind = PatternNode::Kind::look, .behind = behind, .negated = negated, .offset = in_.offset()};
    node.parts.push_back(group(depth));
    return node;
  }

  PatternNode atom(int depth) {
    if (in_.take("<!(")) return look(depth, true, true);
    if (in_.take("<(")) return look(depth, true, false);
    if (in_.take("!(")) return look(depth, false, true);
    if (in_.take("&(")) return look(depth, false, false);
    if (in_.take("(")) return group(depth);
    std::size_t offset = in_.offset();
    if (in_.take("^")) return {.kind = PatternNode::Kind::start, .offset = offset};
    if (in_.take("$")) return {.kind = PatternNode::Kind::end, .offset = offset};
    if (in_.take("..")) return gap();
    PatternNode node{.kind = PatternNode::Kind::unit, .offset = offset};
    do node.tests.push_back(test());
    while (!failed_ && take_and());
    return node;
  }

  /// Takes the `&` between two conditions on one unit, which is not that of `&(…)`. Blanks may stand before it.
  bool take_and() {
    Cursor ahead = in_;
    if (!ahead.take("&") || ahead.peek() == '(') return false;
    in_ = ahead;
    return true;
  }

  /// `..5 not VERB`: up to five units, none of which is a VERB.
  PatternNode gap() {
    PatternNode unit{.kind = PatternNode::Kind::unit, .offset = in_.offset()};
    int most = in_.number(0);
    if (most < 1 || most > kMostRepeats)
      fail_at(unit.offset, "bad-gap", "a gap needs the most units that it may have, 1 to " + std::to_string(kMostRepeats),
              "a gap of up to five units is written `..5`");
    if (in_.take_word("not")) {
      do {
        unit.tests.push_back(test());
        unit.tests.back().negated = true;
      } while (!failed_ && in_.take(","));
    } else unit.tests.push_back({});
    PatternNode node{.kind = PatternNode::Kind::repeat, .min = 0, .max = most, .offset = unit.offset};
    node.parts.push_back(std::move(unit));
    return node;
  }

  UnitTest test() {
    UnitTest out;
    in_.skip_blanks();
    if (in_.peek() == '!') {
      in_.take("!");
      out.negated = true;
      if (in_.peek() == '<') fail("unexpected", "this does not belong behind `!`", "what must not stand behind is written `<!( … )`");
    }
    out.offset = in_.offset();
    if (std::string_view("?*+{").find(in_.peek()) != std::string_view::npos)
      fail("unexpected", "`?`, `*`, `+` and counts stand directly behind what they repeat",
           "write `\"a\"?` without a blank, and brackets for more: `(\"a\" \"b\")?`");
    switch (in_.peek()) {
      case '"': out.kind = UnitTest::Kind::word, out.text = in_.quoted('"'); break;
      case '\'': out.kind = UnitTest::Kind::exact, out.text = in_.quoted('\''); break;
      case '/': out.kind = UnitTest::Kind::pattern, out.text = in_.quoted('/'); break;
      case '@':
        in_.take("@");
        out.kind = UnitTest::Kind::shape;
        out.text = in_.name();
        break;
      default: named(out);
    }
    if (out.text.find_first_not_of(" \t\r") == std::string::npos && out.kind != UnitTest::Kind::any)
      fail_at(out.offset, "empty-test", "a word, class or type is missing here", instead_of(out.offset));
    return out;
  }

  /// What may be meant by a sign that begins no test.
  std::string instead_of(std::size_t offset) const {
    struct Meant {
      std::string_view sign;
      const char* hint;
    };
    constexpr Meant kMeant[] = {{"=>", "an example begins with `yes`, `no` or `todo`, in small letters"},
                                {"=", "a capture is written `name:` before what it stands for"},
                                {"[", "a regular expression stands between slashes: `/[a-z]+ing/`"},
                                {".", "`_` is any unit, and `..5` a gap of up to five"},
                                {"“", "write straight quotes: `\"met\"`"},
                                {"”", "write straight quotes: `\"met\"`"},
                                {"‘", "write straight quotes: `'Bank'`"},
                                {"’", "write straight quotes: `'Bank'`"}};
    std::string_view rest = in_.source().text().substr(std::min(offset, in_.source().text().size()));
    for (const Meant& meant : kMeant)
      if (rest.starts_with(meant.sign)) return meant.hint;
    return kExample;
  }

  void named(UnitTest& out) {
    std::size_t errors = in_.diagnostics().size();
    out.text = in_.class_name();
    failed_ = failed_ || in_.diagnostics().size() > errors;
    if (out.text == "_") {
      if (out.negated) fail_at(out.offset, "empty-test", "there is no unit that is not any", "leave `!_` out");
      out = {.negated = out.negated, .offset = out.offset};
      return;
    }
    out.kind = UnitTest::Kind::named;
  }

  Cursor& in_;
  std::string_view ends_;
  bool failed_ = false;
};

}  // namespace

std::optional<PatternNode> parse_pattern(Cursor& in) { return PatternParser(in).read(); }

std::optional<PatternNode> parse_argument(Cursor& in) { return PatternParser(in, ",)").read(); }

}  // namespace liaison
