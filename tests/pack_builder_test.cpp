// PackBuilder: source files to a pack, and what is wrong with them.
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include <doctest/doctest.h>

#include "lexicon/class_set.h"
#include "liaison/analyzer.h"
#include "liaison/pack.h"
#include "pack_contents.h"

namespace liaison {
namespace {

std::string text_of_all(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += to_string(d) + "\n";
  return out;
}

std::string types_in(const std::shared_ptr<const Pack>& pack, const std::string& text) {
  Analysis a = Analyzer(pack).analyze({.id = "t", .text = text});
  std::string out;
  for (const Mention& m : a.mentions)
    out += (out.empty() ? "" : ", ") + std::string(pack->name(m.type)) + " " + std::string(m.place.span.of(text));
  return out;
}

/// The complaints about some files, each as `file:line:column: code`.
std::string codes(const std::vector<SourceFile>& files) {
  PackBuilder builder("xx", "1");
  for (const SourceFile& file : files) builder.add(file);
  PackBuilder::Result built = builder.build();
  CHECK((built.pack == nullptr) == has_errors(built.diagnostics));
  std::string out;
  for (const Diagnostic& d : built.diagnostics)
    out += d.file + ":" + std::to_string(d.line) + ":" + std::to_string(d.column) + ": " + d.code + "\n";
  return out;
}

std::string words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i ? " A" : "A") + std::to_string(i);
  return out;
}

/// A folder of its own, removed at the end.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("liaison_pack_builder_test." + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

/// English with names of one's own, built once for all tests.
const PackBuilder::Result& ours() {
  static const PackBuilder::Result built =
      PackBuilder(Pack::english())
          .add({"names/added/ours.txt", "%type ORG\n%subtype company\nGrumblatt Boats\nZorblatt Rockets\n"})
          .add({"names/ours.txt", "%type ORG\n%subtype company\nZorblatt Rockets | ~Zorb ; country=US\n"})
          .remove("Panasonic")
          .build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  return built;
}

TEST_CASE("names and rules of one's own lie over a pack") {
  const PackBuilder::Result& built = ours();
  CHECK(types_in(built.pack, "They bought shares of Zorblatt Rockets.") == "ORG Zorblatt Rockets");
  CHECK(types_in(Pack::english(), "They praised Panasonic.") == "ORG Panasonic");
  CHECK(types_in(built.pack, "They praised Panasonic.") != "ORG Panasonic");
  CHECK(built.pack->version() != Pack::english()->version());
}

TEST_CASE("lists take names out, as any type or as one, and retype them") {
  auto built = PackBuilder(Pack::english())
                   .add({"names/added/ours.txt", "- Panasonic\n- Toyota PERSON\n- Honda ORG\n"})
                   .add({"names/added/places.txt", "%type GPE\nNintendo\n- Nintendo ORG\n"})
                   .build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  auto of = [&](const std::string& name) { return types_in(built.pack, "They praised " + name + "."); };
  CHECK(types_in(Pack::english(), "They praised Honda.") == "ORG Honda");
  CHECK(types_in(Pack::english(), "They praised Nintendo.") == "ORG Nintendo");
  CHECK(of("Panasonic") != "ORG Panasonic");
  CHECK(of("Toyota") == "ORG Toyota");
  CHECK(of("Honda") != "ORG Honda");
  CHECK(of("Nintendo") == "GPE Nintendo");
}

TEST_CASE("a table is a gazetteer") {
  auto built = PackBuilder(Pack::english()).add({"names/added/t.tsv", "name\ttype\taliases\nZorblatt Rockets\tORG\tZorblatt\n"}).build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  CHECK(types_in(built.pack, "They praised Zorblatt.") == "ORG Zorblatt");
}

TEST_CASE("names alone leave rules, frames and weights as they are") {
  auto base = Pack::english();
  auto built = PackBuilder(base).add({"names/added/ours.txt", "%type ORG\nZorblatt Rockets\n"}).build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  CHECK_NOTHROW(built.pack->verify());
  CHECK(built.pack->rule_names() == base->rule_names());
  ExampleReport before = run_examples(base), after = run_examples(built.pack);
  CHECK(after.failures.empty());
  CHECK(after.yes == before.yes);
  auto again = PackBuilder(built.pack).add({"rules/added/r.rules", "frame lawsuit\n  verb sue: subj | obj\n  yes \"Zorblatt Rockets sued Microsoft.\" => Zorblatt Rockets / Microsoft | occurred\n"}).build();
  REQUIRE_MESSAGE(again.pack, text_of_all(again.diagnostics));
  CHECK(run_examples(again.pack).failures.empty());
  CHECK(run_examples(again.pack).yes == before.yes + 1);
}

TEST_CASE("the weights of a base stay what they are where its rules are compiled anew") {
  const std::string aligned = "# points\nfirst       @caps               90     0    -5     0     0\n";
  auto built = PackBuilder("xx", "1").add({"weights/w.txt", aligned}).build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  CHECK(built.pack->bytes().find("first @caps 90 0 -5 0 0\n") != std::string::npos);
  auto again = PackBuilder(built.pack).add({"rules/r.rules", "rule r -> make ROLE over tokens\n  \"a\"\n"}).build();
  REQUIRE_MESSAGE(again.pack, text_of_all(again.diagnostics));
  CHECK(again.pack->contents().image.section(SectionId::weights) == built.pack->contents().image.section(SectionId::weights));
}

TEST_CASE("all that is wrong with all files is told, with its place") {
  auto built = PackBuilder("xx", "1")
                   .add({"names/a.txt", "Nobody\n"})
                   .add({"names/b.txt", "%type ORG\n%strength middling\nAcme | | Ltd\n"})
                   .add({"rules/c.rules", "rule one -> make ROLE\n  nosuchclass\nwhat is this\n"})
                   .add({"weights/d.txt", "nowhere x 1 2 3 4 5\nfirst @caps 1 2\n"})
                   .build();
  CHECK(!built.pack);
  std::string all = text_of_all(built.diagnostics);
  for (const char* expected :
       {"names/a.txt:1:1: error: a list of names begins with its type", "names/b.txt:2:11: error: a strength is strong or weak",
        "names/b.txt:3:", "rules/c.rules:2:3: error: there is no type, class or list `nosuchclass`",
        "rules/c.rules:3:1: error: unknown kind of item `what`", "weights/d.txt:1:1: error: unknown position `nowhere`",
        "weights/d.txt:2:7: error: five whole numbers belong behind the feature"}) {
    CAPTURE(all);
    CHECK_MESSAGE(all.find(expected) != std::string::npos, expected);
  }
}

TEST_CASE("each kind of file is checked") {
  struct Case {
    std::string name, path, text, expected;
  };
  const Case cases[] = {
      {"names", "names/a.txt", "%type ORG\nAcme\n", ""},
      {"words", "words/honorific.txt", "mr\n", ""},
      {"nothing", "names/a.txt", "", ""},
      {"lines of another system", "names/a.txt", "%type ORG\r\nAcme ; country=US\r\n", ""},
      {"a byte order mark", "names/a.txt", "\xEF\xBB\xBF%type ORG\nAcme\n", ""},
      {"a folder that is none", "name/a.txt", "%type ORG\nAcme\n", "name/a.txt:0:0: unknown-folder\n"},
      {"no folder", "a.txt", "%type ORG\nAcme\n", "a.txt:0:0: unknown-folder\n"},
      {"another file of the morphology", "morphology/adjectives.txt", "big\n", "morphology/adjectives.txt:0:0: unknown-file\n"},
      {"inflection", "morphology/inflection.txt", "\nverb past ( +ed\n", "morphology/inflection.txt:2:11: bad-inflection\n"},
      {"orthography", "orthography/nothing.txt", "mr.\n", "orthography/nothing.txt:0:1: bad-orthography\n"},
      {"orthography in a deeper folder", "orthography/more/nothing.txt", "mr.\n", "orthography/more/nothing.txt:0:1: bad-orthography\n"},
      {"the longest name", "names/a.txt", "%type ORG\n" + words(64) + "\n", ""},
      {"a longer one", "names/a.txt", "%type ORG\nAcme | " + words(65) + "\n", "names/a.txt:2:1: entry-too-long\n"},
      {"a longer phrase", "words/a.txt", "b\n" + words(65) + "\n", "words/a.txt:2:1: entry-too-long\n"},
      {"a longer entry of a rule's list", "rules/a.rules", "list L = \"" + words(65) + "\"\n", 
       "rules/a.rules:1:6: unused-list\nrules/a.rules:1:10: entry-too-long\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(codes({{c.path, c.text}}) == c.expected);
  }
}

TEST_CASE("a pack has only so many word classes") {
  constexpr std::size_t kTooMany = 16;
  const auto path = [](std::size_t i) { return "words/c" + std::to_string(1000 + i) + ".txt"; };
  std::vector<SourceFile> files;
  for (std::size_t i = 0; i < kMaxClasses + kTooMany; ++i) files.push_back({path(i), "boss\n"});
  std::string found = codes(files);
  CHECK(found.find(path(kMaxClasses - 1)) == std::string::npos);
  CHECK(found.starts_with(path(kMaxClasses) + ":0:0: too-many-classes\n"));
  CHECK(std::count(found.begin(), found.end(), '\n') == kTooMany);
}

TEST_CASE("a file of the same path replaces the one before") {
  auto built = PackBuilder("xx", "1").add({"names/a.txt", "%type ORG\nAcme\n"}).add({"names/a.txt", "%type GPE\nAcme\n"}).build();
  REQUIRE(built.pack);
  CHECK(built.pack->bytes() == PackBuilder("xx", "1").add({"names/a.txt", "%type GPE\nAcme\n"}).build().pack->bytes());
}

TEST_CASE("of equal names that of the shallower folder is kept") {
  const PackBuilder::Result& built = ours();
  Analysis a = Analyzer(built.pack).analyze({.id = "t", .text = "Zorblatt Rockets met Grumblatt Boats."});
  REQUIRE(a.mentions.size() == 2);
  CHECK(built.pack->rule_place(a.mentions[0].rule) == "names/ours.txt:3");
  CHECK(built.pack->rule_place(a.mentions[1].rule) == "names/added/ours.txt:3");
}

TEST_CASE("a pack is built twice over, and the rules of its base go on") {
  auto twice = PackBuilder(ours().pack).add({"names/more.txt", "%type PERSON\nQuorl Vantz\n"}).build();
  REQUIRE_MESSAGE(twice.pack, text_of_all(twice.diagnostics));
  const std::string text = "Zorblatt Rockets met Angela Merkel, and Quorl Vantz met Nokia.";
  CHECK(types_in(twice.pack, text) == "ORG Zorblatt Rockets, PERSON Angela Merkel, PERSON Quorl Vantz, ORG Nokia");
  CHECK(Analyzer(twice.pack).analyze({.id = "t", .text = text}).events.size() == 2);
}

TEST_CASE("a folder is read with all that lies in it") {
  Folder folder;
  folder.write("names/a.txt", "%type ORG\nAcme\n");
  folder.write("names/made/b.txt", "%type ORG\nGlobex\n");
  folder.write("rules/c.rules", "rule r -> make ROLE over tokens\n  \"chief\"\n");
  folder.write("names/readme.md", "no list");
  auto built = PackBuilder("xx", "1").add_folder(folder.path()).build();
  REQUIRE_MESSAGE(built.pack, text_of_all(built.diagnostics));
  CHECK(built.pack->bytes() == PackBuilder("xx", "1")
                                   .add({"names/made/b.txt", "%type ORG\nGlobex\n"})
                                   .add({"rules/c.rules", "rule r -> make ROLE over tokens\n  \"chief\"\n"})
                                   .add({"names/a.txt", "%type ORG\nAcme\n"})
                                   .build().pack->bytes());
  CHECK_THROWS_WITH_AS(PackBuilder("xx", "1").add_folder(folder.path() + "/none"),
                       (folder.path() + "/none: No such file or directory").c_str(), Error);
}

TEST_CASE("a pack of nothing reads, and finds nothing") {
  auto built = PackBuilder("xx", "1").build();
  REQUIRE(built.pack);
  CHECK(types_in(built.pack, "Angela Merkel met Emmanuel Macron.").empty());
  CHECK(built.pack->version().starts_with("xx 1 "));
}

TEST_CASE("the same files give the same bytes, in whatever order they were added") {
  SourceFile names{"names/a.txt", "%type ORG\nAcme | Acme Corp\n"}, words{"words/honorific.txt", "mr\nmrs\n"};
  auto one = PackBuilder("xx", "1").add(names).add(words).build(), two = PackBuilder("xx", "1").add(words).add(names).build();
  REQUIRE(one.pack);
  REQUIRE(two.pack);
  CHECK(one.pack->bytes() == two.pack->bytes());
  CHECK(Pack::from_bytes(std::string(one.pack->bytes()))->version() == one.pack->version());
}

}  // namespace
}  // namespace liaison
