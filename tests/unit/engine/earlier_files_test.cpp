#include "engine/earlier_files.hpp"

#include "support/catch.hpp"

namespace quyche {

TEST_CASE("what stood in a folder before a job wrote there is there", "[engine]") {
  MemoryFiles files;
  files.write("ra/thon-mot.docx", "1");
  files.write("goc.docx", "2");
  EarlierFiles earlier(files);
  CHECK(earlier.has("ra/thon-mot.docx"));
  CHECK(earlier.has("goc.docx"));
  CHECK_FALSE(earlier.has("ra/thon-hai.docx"));
  CHECK_FALSE(earlier.has("khac/thon-mot.docx"));
}

TEST_CASE("what a job has made itself is no earlier file, what is gone neither", "[engine]") {
  MemoryFiles files;
  files.write("ra/thon-mot.docx", "1");
  EarlierFiles earlier(files);
  CHECK_FALSE(earlier.has("ra/thon-hai.docx"));  // the folder is read here
  files.write("ra/thon-hai.docx", "2");
  CHECK_FALSE(earlier.has("ra/thon-hai.docx"));
  files.remove("ra/thon-mot.docx");
  CHECK_FALSE(earlier.has("ra/thon-mot.docx"));
}

TEST_CASE("past a thousand folders each file is asked for", "[engine]") {
  MemoryFiles files;
  EarlierFiles earlier(files);
  for (int folder = 0; folder < 1000; ++folder) {
    CHECK_FALSE(earlier.has("ra/" + std::to_string(folder) + "/a.docx"));
  }
  CHECK_FALSE(earlier.has("ra/1000/a.docx"));
  files.write("ra/1000/a.docx", "1");
  CHECK(earlier.has("ra/1000/a.docx"));
  CHECK_FALSE(earlier.has("ra/1000/b.docx"));
}

}  // namespace quyche
