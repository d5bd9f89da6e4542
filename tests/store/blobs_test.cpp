/// Evidence: stored once by hash, within limits, and never handed on damaged. In memory and in a
/// folder.
#include "shell/files/blobs.hpp"
#include "shell/memory/blobs.hpp"
#include "store_fixture.hpp"

#include <filesystem>
#include <fstream>

namespace heng::store_test {
namespace {

namespace fs = std::filesystem;

app::BlobRules rules() {
    app::BlobRules out;
    out.size_bytes_max = 200'000;
    out.types = {"application/pdf", "image/png", "text/csv",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};
    out.make_hash = [] { return crypto::make_running_hash(ledger::Algorithm::sm3); };
    return out;
}

Result<app::Blob> put(app::Blobs& blobs, std::string_view type, std::string_view content) {
    auto upload = blobs.begin(type);
    if (!upload) return tl::unexpected(upload.error());
    for (std::size_t at = 0; at < content.size(); at += 1000) {
        const auto added = (*upload)->add(content.substr(at, 1000));
        if (!added) return tl::unexpected(added.error());
    }
    return (*upload)->finish();
}

Result<std::string> get(app::Blobs& blobs, const ledger::Digest& hash) {
    std::string out;
    return blobs.read(hash, [&](std::string_view piece) { out += piece; })
        .map([&](const app::Blob&) { return out; });
}

std::string pdf(std::size_t size) {
    return "%PDF-1.7\n" + std::string(size, 'x');
}

/// What stands in the folder, names only.
std::size_t count_files(const std::string& folder) {
    std::size_t out = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        out += entry.is_regular_file() ? 1 : 0;
    return out;
}

class BlobsOf : public testing::TestWithParam<bool> {
protected:
    std::unique_ptr<app::Blobs> open() {
        if (GetParam()) return std::move(*files::Blobs::open(folder_.path(), rules()));
        return std::make_unique<memory::Blobs>(rules());
    }
    Folder folder_;
};

TEST_P(BlobsOf, GiveBackWhatWasPutUnderItsHash) {
    const auto blobs = open();
    for (const std::size_t size : {std::size_t(0), std::size_t(100'000)}) {
        const auto blob = put(*blobs, "application/pdf", pdf(size));
        ASSERT_TRUE(blob) << message(blob.error(), Language::en);
        EXPECT_EQ(blob->size_bytes, static_cast<std::int64_t>(pdf(size).size()));
        EXPECT_EQ(blob->hash, sm3().digest(pdf(size)));
        EXPECT_EQ(*get(*blobs, blob->hash), pdf(size));
        EXPECT_EQ(*put(*blobs, "application/pdf", pdf(size)), *blob) << "the same again";
    }
    EXPECT_EQ(get(*blobs, {}).error().code, Code::blob_absent);
}

TEST_P(BlobsOf, KeepTheLimits) {
    const auto blobs = open();
    EXPECT_EQ(put(*blobs, "application/pdf", pdf(200'000)).error().code, Code::blob_too_large);
    EXPECT_EQ(put(*blobs, "text/html", "<p>").error().code, Code::blob_type_refused);
    EXPECT_EQ(put(*blobs, "application/pdf", "MZ\x90").error().code, Code::blob_type_refused);
    EXPECT_EQ(put(*blobs, "image/png", pdf(1)).error().code, Code::blob_type_refused);
    EXPECT_EQ(put(*blobs, "text/csv", std::string_view("a,\0b", 4)).error().code,
              Code::blob_type_refused);
    EXPECT_TRUE(put(*blobs, "text/csv", "单位,分\n"));
    EXPECT_TRUE(put(*blobs, rules().types.back(), "PK\x03\x04..."));
    EXPECT_EQ(put(*blobs, rules().types.back(), "PK").error().code, Code::blob_type_refused);
    if (!GetParam()) return;
    EXPECT_EQ(count_files(folder_.path()), 2U) << "nothing is left of what was refused";
}

INSTANTIATE_TEST_SUITE_P(Every, BlobsOf, testing::Bool(),
                         [](const auto& one) { return one.param ? "files" : "memory"; });

TEST(FileBlobs, StandOnceAndOutliveTheProgram) {
    const Folder folder;
    ledger::Digest hash;
    {
        const auto blobs = *files::Blobs::open(folder.path(), rules());
        hash = put(*blobs, "application/pdf", pdf(5000))->hash;
        ASSERT_TRUE(put(*blobs, "application/pdf", pdf(5000)));
        const auto dropped = *blobs->begin("application/pdf");
        ASSERT_TRUE(dropped->add(pdf(10)));
    }
    EXPECT_EQ(count_files(folder.path()), 1U);
    const auto again = *files::Blobs::open(folder.path(), rules());
    EXPECT_EQ(*get(*again, hash), pdf(5000));
}

TEST(FileBlobs, ADamagedFileIsNotHandedOnAndCanBeUploadedAgain) {
    const Folder folder;
    const auto blobs = *files::Blobs::open(folder.path(), rules());
    const auto blob = *put(*blobs, "application/pdf", pdf(5000));
    const std::string name = ledger::print_digest(blob.hash);
    std::ofstream(folder / (name.substr(0, 2) + '/' + name.substr(2)), std::ios::app) << '!';
    bool is_given = false;
    const auto read = blobs->read(blob.hash, [&](std::string_view) { is_given = true; });
    EXPECT_EQ(read.error().code, Code::blob_changed);
    EXPECT_FALSE(is_given);
    ASSERT_TRUE(put(*blobs, "application/pdf", pdf(5000)));
    EXPECT_EQ(*get(*blobs, blob.hash), pdf(5000));
}

TEST(FileBlobs, SweepWhatACrashLeftAndNothingElse) {
    const Folder folder;
    const auto blobs = *files::Blobs::open(folder.path(), rules());
    const auto upload = *blobs->begin("application/pdf");
    ASSERT_TRUE(upload->add(pdf(10)));
    std::ofstream(folder / "incoming/left00") << "half";
    const auto elsewhere = *files::Blobs::open(folder.path(), rules());
    EXPECT_FALSE(fs::exists(folder / "incoming/left00"));
    EXPECT_TRUE(upload->finish()) << "this one was still on its way";
}

TEST(FileBlobs, SayWhyTheyCannotBeKept) {
    const Folder folder;
    std::ofstream(folder / "file") << "not a folder";
    EXPECT_EQ(files::Blobs::open(folder / "file", rules()).error().code, Code::store_unreachable);
}

}  // namespace
}  // namespace heng::store_test
