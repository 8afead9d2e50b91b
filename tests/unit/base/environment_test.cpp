#include "base/environment.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "base/disk_error.hpp"
#include "support/catch.hpp"
#include "support/caught.hpp"
#include "support/scratch_folder.hpp"

using namespace quyche;

namespace {
using Names = std::vector<std::string>;
}

TEST_CASE("disk files are written whole and leave nothing beside them", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  files.write(folder.path("xã/thôn/a.txt"), "một");
  files.write(folder.path("xã/thôn/a.txt"), "hai");
  CHECK(folder.get("xã/thôn/a.txt") == "hai");
  CHECK(files.read(folder.path("xã/thôn/a.txt")) == "hai");
  CHECK(files.list(folder.path("xã/thôn")) == Names{"a.txt"});
  CHECK(files.exists(folder.path("xã")));
  CHECK(files.is_folder(folder.path("xã/thôn/")));
  CHECK_FALSE(files.is_folder(folder.path("xã/thôn/a.txt")));
  CHECK_FALSE(files.exists(folder.path("không")));
}

TEST_CASE("disk files keep the permissions of the file they replace", "[base]") {
  const ScratchFolder folder;
  folder.put("a", "x");
  REQUIRE(::chmod(folder.path("a").c_str(), 0600) == 0);
  DiskFiles files;
  files.write(folder.path("a"), "y");
  CHECK(folder.run("stat -c %a a") == "600\n");
}

TEST_CASE("disk files say what went wrong and where", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  files.make_folder(folder.path("b"));
  folder.put("a", "x");
  const std::string missing = folder.path("z");
  CHECK(caught([&] { (void)files.read(missing); }) ==
        missing + "\nlỗi: không tìm thấy «" + missing +
            "» [file.not-found]\n  → kiểm tra đường dẫn và tên tệp");
  const std::string a_folder = folder.path("b");
  const std::string is_folder =
      a_folder + "\nlỗi: «" + a_folder +
      "» là thư mục; cần một tệp [file.is-a-folder]\n  → ghi thêm tên tệp vào sau tên thư mục";
  CHECK(caught([&] { (void)files.read(a_folder); }) == is_folder);
  CHECK(caught([&] { files.write(a_folder, "x"); }) == is_folder);
  const std::string a_file = folder.path("a");
  CHECK(caught([&] { files.write(a_file + "/c", "x"); }) ==
        a_file + "\nlỗi: «" + a_file +
            "» không phải thư mục [file.not-a-folder]\n"
            "  → chọn tên khác, hoặc đổi tên tệp đang chiếm chỗ");
  CHECK(caught([&] { (void)files.list(missing); }).find("[file.not-found]") != std::string::npos);
  CHECK(folder.run("ls -A") == "a\nb\n");
}

TEST_CASE("a file cannot be written where there is no permission", "[base]") {
  if (::geteuid() == 0) {
    WARN("the superuser may write anywhere; not tested");
    return;
  }
  const ScratchFolder folder;
  DiskFiles files;
  files.make_folder(folder.path("c"));
  REQUIRE(::chmod(folder.path("c").c_str(), 0500) == 0);
  const std::string path = folder.path("c/d");
  CHECK(caught([&] { files.write(path, "x"); }) ==
        path + "\nlỗi: không có quyền đọc hoặc ghi «" + path +
            "» [file.no-access]\n"
            "  → xin quyền với người quản lý máy, hoặc chọn thư mục khác");
}

TEST_CASE("what the system refuses is told with what to do about it", "[base]") {
  const auto said = [](int reason) { return caught([&] { fail_on_disk("a.csv", reason); }); };
  CHECK(said(EACCES) ==
        "a.csv\nlỗi: không có quyền đọc hoặc ghi «a.csv» [file.no-access]\n"
        "  → xin quyền với người quản lý máy, hoặc chọn thư mục khác");
  CHECK(said(EROFS) ==
        "a.csv\nlỗi: «a.csv» nằm trên ổ chỉ đọc [file.read-only]\n"
        "  → chọn thư mục trên ổ ghi được");
  CHECK(said(ENOSPC) ==
        "a.csv\nlỗi: hết chỗ trên ổ đĩa khi ghi «a.csv» [file.no-space]\n"
        "  → xóa bớt tệp hoặc chọn ổ khác, rồi chạy lại");
  CHECK(
      said(EDQUOT) ==
      "a.csv\nlỗi: tài khoản này đã dùng hết phần ổ đĩa của mình khi ghi vào «a.csv» [file.quota]\n"
      "  → xóa bớt tệp của mình, chọn ổ khác, hoặc xin thêm chỗ với người quản lý máy");
  CHECK(
      said(EFBIG) ==
      "a.csv\nlỗi: không ghi tiếp được vào «a.csv»: tệp đã tới cỡ lớn nhất mà ổ đĩa hoặc máy này "
      "cho phép [file.past-limit]\n"
      "  → chọn ổ khác (ổ USB định dạng FAT32 chỉ nhận tệp dưới 4 GB), hoặc nhờ người quản lý máy "
      "nới giới hạn (ulimit -f)");
  CHECK(said(EBUSY) ==
        "a.csv\nlỗi: «a.csv» đang được chương trình khác dùng [file.in-use]\n"
        "  → đóng chương trình đó rồi chạy lại");
  CHECK(said(EIO) ==
        "a.csv\nlỗi: ổ đĩa hoặc đường mạng báo lỗi khi đọc hoặc ghi «a.csv» [file.disk-fault]\n"
        "  → kiểm tra ổ đĩa, dây cắm và mạng; chép dữ liệu quan trọng sang nơi khác");
}

TEST_CASE("staged files appear together when they are published", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  files.stage(folder.path("x/1"), "một");
  files.stage(folder.path("y/2"), "hai");
  CHECK_FALSE(files.exists(folder.path("x/1")));
  files.publish();
  CHECK(folder.run("find . -type f | sort") == "./x/1\n./y/2\n");
  CHECK(folder.get("y/2") == "hai");
  files.publish();
  CHECK(folder.get("x/1") == "một");
}

TEST_CASE("what is staged and never published leaves no trace", "[base]") {
  const ScratchFolder folder;
  {
    DiskFiles files;
    for (const char* name : {"1", "2", "3"}) files.stage(folder.path(name), "một");
    CHECK(folder.run("ls -A | wc -l") == "2\n");  // the first, and the folder of the others
    CHECK(folder.run("find .quyche-* -type d -perm 700 | wc -l") == "1\n");
  }
  CHECK(folder.run("ls -A").empty());
}

TEST_CASE("what a run that was cut off left behind goes with the next one", "[base]") {
  const ScratchFolder folder;
  char machine[256] = {};
  REQUIRE(::gethostname(machine, sizeof(machine) - 1) == 0);
  const std::string ours = ".quyche-" + std::string(machine) + "-";
  constexpr const char* k_nobody = "999999999-1.tmp";  // above any process number
  folder.put(ours + k_nobody, "x");
  folder.put(ours + std::to_string(::getpid()) + "-0.tmp", "x");
  folder.put(".quyche-another-machine-" + std::string(k_nobody), "x");
  DiskFiles files;
  files.write(folder.path("a"), "x");
  CHECK_FALSE(files.exists(folder.path(ours + k_nobody)));
  CHECK(files.list(folder.path(".")).size() == 3);
}

TEST_CASE("the private folders of runs that were cut off go too", "[base]") {
  const ScratchFolder folder;
  char machine[256] = {};
  REQUIRE(::gethostname(machine, sizeof(machine) - 1) == 0);
  const std::string ours = ".quyche-" + std::string(machine) + "-";
  DiskFiles files;
  for (const char* number : {"1", "3"}) {
    files.make_folder(folder.path(ours + "999999999-" + number + ".tmp"));
  }
  folder.put(ours + "999999999-1.tmp/" + ours + "999999999-2.tmp", "x");
  folder.put(ours + "999999999-3.tmp/thư của người khác.docx", "x");
  files.write(folder.path("a"), "x");
  CHECK(folder.run("ls -A | wc -l") == "2\n");
  CHECK(folder.run("ls -A .quyche-*") == "thư của người khác.docx\n");
}

TEST_CASE("what has the name of a staged file is treated as when it is written", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  files.make_folder(folder.path("xa"));
  folder.put("3", "cũ");
  folder.put("xa/that", "cũ");
  REQUIRE(::chmod(folder.path("3").c_str(), 0600) == 0);
  REQUIRE(::symlink("xa/that", folder.path("4").c_str()) == 0);
  REQUIRE(::symlink("/dev/null", folder.path("5").c_str()) == 0);
  for (const char* name : {"1", "2", "3", "4", "5"}) files.stage(folder.path(name), name);
  CHECK(folder.get("3") == "cũ");
  files.publish();
  CHECK(folder.run("cat 1 2 3 4") == "1234");
  CHECK(folder.run("stat -c %a 3; readlink 4 5; cat xa/that") == "600\nxa/that\n/dev/null\n4");
  CHECK(folder.run("ls -A") == "1\n2\n3\n4\n5\nxa\n");
}

TEST_CASE("links stay links and devices are written to", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  folder.put("a", "x");
  REQUIRE(::symlink("a", folder.path("b").c_str()) == 0);
  files.write(folder.path("b"), "y");
  CHECK(folder.run("readlink b; cat a") == "a\ny");
  REQUIRE(::symlink("/dev/null", folder.path("c").c_str()) == 0);
  files.write(folder.path("c"), "y");
  CHECK(folder.run("test -c /dev/null && readlink c") == "/dev/null\n");
}

TEST_CASE("a name with a zero byte is refused, never cut", "[base]") {
  const ScratchFolder folder;
  folder.put("a", "x");
  DiskFiles files;
  const auto name = folder.path("a") + std::string("\0.txt", 5);
  CHECK(caught([&] { (void)files.read(name); }).find("[file.bad-name]") != std::string::npos);
  CHECK(caught([&] { files.write(name, "y"); }).find("[file.bad-name]") != std::string::npos);
}

TEST_CASE("a staged file that cannot take its name is reported and the others stay", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  files.stage(folder.path("1"), "một");
  files.stage(folder.path("2"), "hai");
  files.make_folder(folder.path("1"));
  CHECK(caught([&] { files.publish(); }).find("[file.is-a-folder]") != std::string::npos);
  CHECK(folder.run("ls -A") == "1\n2\n");
  CHECK(folder.get("2") == "hai");
}

TEST_CASE("many threads stage at once", "[base]") {
  const ScratchFolder folder;
  DiskFiles files;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      for (int index = 0; index < 50; ++index) {
        const std::string name = std::to_string(thread) + "/" + std::to_string(index);
        files.stage(folder.path(name), name);
      }
    });
  }
  for (auto& thread : threads) thread.join();
  files.publish();
  CHECK(folder.run("find . -type f | wc -l") == "200\n");
  CHECK(folder.get("3/49") == "3/49");
}

TEST_CASE("memory files behave as disk files do", "[base]") {
  MemoryFiles files;
  files.write("xã/thôn/a.txt", "hai");
  files.write("xã/thôn-b", "ba");
  files.make_folder("xã/rỗng");
  files.stage("xã/sau", "bốn");
  CHECK(files.read("xã/thôn/a.txt") == "hai");
  CHECK(files.list("xã") == Names{"rỗng", "thôn", "thôn-b"});
  CHECK(files.list("xã/rỗng").empty());
  CHECK(files.is_folder("xã/thôn"));
  CHECK_FALSE(files.is_folder("xã/thôn-b"));
  CHECK(files.exists("xã"));
  CHECK_FALSE(files.exists("xã/sau"));
  files.publish();
  CHECK(files.read("xã/sau") == "bốn");
  CHECK(caught([&] { (void)files.read("xã/không"); }) ==
        "xã/không\nlỗi: không tìm thấy «xã/không» [file.not-found]\n"
        "  → kiểm tra đường dẫn và tên tệp");
  CHECK(caught([&] { files.write("xã", "x"); }).find("[file.is-a-folder]") != std::string::npos);
  CHECK(caught([&] { (void)files.list("xã/thôn-b"); }).find("[file.not-a-folder]") !=
        std::string::npos);
}

TEST_CASE("today is the day the system's own clock shows", "[base]") {
  const ScratchFolder folder;
  const auto before = folder.run("date +%Y%m%d");
  const Date day = today();
  const auto after = folder.run("date +%Y%m%d");
  const int shown = static_cast<int>(day.year()) * 10000 +
                    static_cast<int>(static_cast<unsigned>(day.month())) * 100 +
                    static_cast<int>(static_cast<unsigned>(day.day()));
  CHECK((std::stoi(before) == shown || std::stoi(after) == shown));
}
