#include "district/plugin_library.hpp"

#include <sys/stat.h>

#include "base/environment.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/scratch_folder.hpp"

using namespace quyche;

namespace {

const std::string k_first = QUYCHE_TWINS "/first.so";
const std::string k_second = QUYCHE_TWINS "/second.so";

std::string said(const std::string& path, const std::string& name) {
  return caught([&] { static_cast<void>(load_plugin(path, name)); });
}

}  // namespace

TEST_CASE("two libraries with one class name answer each for itself", "[district]") {
  const auto first = load_plugin(k_first, "Twin");
  const auto second = load_plugin(k_second, "Twin");
  CHECK(first->unit_values({}) == Values{{"twin", "first"}});
  CHECK(second->unit_values({}) == Values{{"twin", "second"}});
  CHECK(load_plugin(k_first, "Twin")->unit_values({}) == Values{{"twin", "first"}});
}

TEST_CASE("a class that the library does not have is named", "[district]") {
  CHECK(said(k_first, "KhoaiChau") ==
        k_first + "\nlỗi: thư viện không có lớp «KhoaiChau» [plugin.no-class]");
}

TEST_CASE("a class that fails while it is made is a failure of its library", "[district]") {
  CHECK(said(k_first, "Broken") ==
        k_first + "\nlỗi: không nạp được thư viện: thiếu bảng mã [plugin.load-failed]");
}

TEST_CASE("a library for another interface fails to load", "[district]") {
  const std::string path = QUYCHE_TWINS "/stale.so";
  const auto text = said(path, "Stale");
  CHECK(text.starts_with(path + "\nlỗi: không nạp được thư viện: "));
  CHECK(text.ends_with(" [plugin.load-failed]"));
}

TEST_CASE("a file that is no library fails to load with the system's reason", "[district]") {
  const ScratchFolder folder;
  folder.put("text.so", "không phải thư viện");
  const auto path = folder.path("text.so");
  const auto text = said(path, "Twin");
  CHECK(text.starts_with(path + "\nlỗi: không nạp được thư viện: "));
  CHECK(text.ends_with(" [plugin.load-failed]"));
  CHECK(said(folder.path("none.so"), "Twin").find("[plugin.load-failed]") != std::string::npos);
}

TEST_CASE("a library cut short is not loaded", "[district]") {
  const ScratchFolder folder;
  const auto whole = DiskFiles().read(k_second);
  for (const auto size : {std::size_t{5}, whole.size() / 2, whole.size() - 1}) {
    folder.put("cut.so", whole.substr(0, size));
    const auto path = folder.path("cut.so");
    CHECK(said(path, "Twin") ==
          path + "\nlỗi: thư viện " + path + " bị cụt, chép chưa hết [plugin.cut-short]");
  }
}

TEST_CASE("a library that anyone may overwrite is not loaded", "[district]") {
  const ScratchFolder folder;
  folder.put("open.so", DiskFiles().read(k_second));
  const auto path = folder.path("open.so");
  REQUIRE(::chmod(path.c_str(), 0666) == 0);
  CHECK(said(path, "Twin") == path + "\nlỗi: thư viện «" + path +
                                  "» cho phép mọi người ghi đè nên không được nạp "
                                  "[plugin.unsafe-library]");
  REQUIRE(::chmod(path.c_str(), 0644) == 0);
  CHECK(load_plugin(path, "Twin")->unit_values({}) == Values{{"twin", "second"}});
}
