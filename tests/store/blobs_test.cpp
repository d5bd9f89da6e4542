/// Evidence: stored once by hash, within limits, and never handed on damaged. In memory, in a
/// folder, and in a folder where everything is sealed.
#include "shell/files/blobs.hpp"
#include "shell/crypto/vault.hpp"
#include "shell/memory/blobs.hpp"
#include "store_fixture.hpp"

#include <array>
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

const std::string& key_file() {
    static const std::string text = crypto::Vault::with_new_key({});
    return text;
}

app::BlobRules sealing_rules(const std::string& keys = key_file()) {
    app::BlobRules out = rules();
    out.sealing = crypto::Vault::parse(keys, "keys")->blob_sealing();
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

enum class Kept { memory, files, sealed };

class BlobsOf : public testing::TestWithParam<Kept> {
protected:
    std::unique_ptr<app::Blobs> open() {
        if (GetParam() == Kept::memory) return std::make_unique<memory::Blobs>(rules());
        const bool is_sealed = GetParam() == Kept::sealed;
        return std::move(
            *files::Blobs::open(folder_.path(), is_sealed ? sealing_rules() : rules()));
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
    if (GetParam() == Kept::memory) return;
    EXPECT_EQ(count_files(folder_.path()), 2U) << "nothing is left of what was refused";
}

constexpr std::array<const char*, 3> kept_names{"memory", "files", "sealed"};
INSTANTIATE_TEST_SUITE_P(Every, BlobsOf, testing::Values(Kept::memory, Kept::files, Kept::sealed),
                         [](const auto& one) {
                             return kept_names.at(static_cast<std::size_t>(one.param));
                         });

std::string bytes_of(const Folder& folder, const ledger::Digest& hash) {
    const std::string name = ledger::print_digest(hash);
    std::ifstream in(folder / (name.substr(0, 2) + '/' + name.substr(2)), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// SEC-11, 8.4 e: whoever has the disk and not the key file reads no evidence.
TEST(SealedBlobs, LieOnTheDiskUnreadable) {
    const Folder folder;
    const auto blobs = *files::Blobs::open(folder.path(), sealing_rules());
    const std::string content = "%PDF-1.7 告知函" + std::string(70'000, 'x');
    const auto blob = *put(*blobs, "application/pdf", content);
    const std::string kept = bytes_of(folder, blob.hash);
    EXPECT_TRUE(kept.starts_with(app::sealed_mark));
    for (const std::string_view part : {"%PDF", "告知函", "xxxxxxxx"})
        EXPECT_EQ(kept.find(part), kept.npos) << part;
    EXPECT_EQ(*get(*blobs, blob.hash), content);
    const auto without = *files::Blobs::open(folder.path(), rules());
    EXPECT_EQ(get(*without, blob.hash).error().code, Code::vault_key_unusable);
    const auto stranger =
        *files::Blobs::open(folder.path(), sealing_rules(crypto::Vault::with_new_key({})));
    EXPECT_EQ(get(*stranger, blob.hash).error().code, Code::vault_key_unusable);
}

TEST(SealedBlobs, ADamagedOneIsNotHandedOn) {
    const Folder folder;
    const auto blobs = *files::Blobs::open(folder.path(), sealing_rules());
    const auto blob = *put(*blobs, "application/pdf", pdf(5000));
    const std::string name = ledger::print_digest(blob.hash);
    std::ofstream(folder / (name.substr(0, 2) + '/' + name.substr(2)), std::ios::app) << '!';
    EXPECT_EQ(get(*blobs, blob.hash).error().code, Code::blob_changed);
}

/// A key is put before the old ones; everything moves to it, and what was in the clear too.
TEST(SealedBlobs, AllMoveToTheKeyInUse) {
    const Folder folder;
    const auto clear =
        *put(**files::Blobs::open(folder.path(), rules()), "application/pdf", pdf(1));
    const auto old =
        *put(**files::Blobs::open(folder.path(), sealing_rules()), "application/pdf", pdf(2));
    const std::string keys = crypto::Vault::with_new_key(key_file());
    const auto blobs = *files::Blobs::open(folder.path(), sealing_rules(keys));
    EXPECT_EQ(*get(*blobs, clear.hash), pdf(1)) << "files of earlier versions stay readable";
    EXPECT_EQ(*blobs->seal_all(), 2U);
    EXPECT_EQ(*blobs->seal_all(), 0U) << "nothing is left to do";
    EXPECT_EQ(count_files(folder.path()), 2U);
    const std::string newest = keys.substr(0, keys.find('\n') + 1);
    const auto later = *files::Blobs::open(folder.path(), sealing_rules(newest));
    EXPECT_EQ(*get(*later, clear.hash), pdf(1));
    EXPECT_EQ(*get(*later, old.hash), pdf(2));
    const auto none = *files::Blobs::open(folder.path(), rules());
    EXPECT_EQ(none->seal_all().error().code, Code::vault_key_unusable);
}

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
