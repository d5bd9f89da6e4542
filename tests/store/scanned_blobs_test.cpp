/// ASVS 12.4.2: evidence that a virus scanner finds something in is not kept, nor any while the
/// scanner is away. Before a scanner of our own that speaks clamd's INSTREAM.
#include "shell/scan/scanned_blobs.hpp"
#include "shell/memory/blobs.hpp"
#include "store_fixture.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <array>
#include <thread>

namespace heng::store_test {
namespace {

app::BlobRules rules() {
    app::BlobRules out;
    out.size_bytes_max = 200'000;
    out.types = {"application/pdf"};
    out.make_hash = [] { return crypto::make_running_hash(ledger::Algorithm::sm3); };
    return out;
}

/// Answers one file with `reply`, after it has read all of it, or at once if it is told to hang up.
class Scanner {
public:
    Scanner(const std::string& socket, std::string reply, bool hangs_up = false)
        : reply_(std::move(reply)), hangs_up_(hangs_up) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        socket.copy(address.sun_path, sizeof(address.sun_path) - 1);
        listening_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const auto* const general = reinterpret_cast<const sockaddr*>(&address);
        if (::bind(listening_, general, sizeof(address)) != 0 || ::listen(listening_, 1) != 0)
            throw std::runtime_error("the scanner cannot listen");
        thread_ = std::thread([this] { serve(); });
    }
    ~Scanner() {
        thread_.join();
        ::close(listening_);
    }
    /// What it was shown, without the lengths.
    std::string seen() {
        thread_.join();
        thread_ = std::thread([] {});
        return seen_;
    }

private:
    std::string take(int line, std::size_t count) {
        std::string out(count, '\0');
        for (std::size_t at = 0; at < count;) {
            const ssize_t got = ::recv(line, out.data() + at, count - at, 0);
            if (got <= 0) return {};
            at += static_cast<std::size_t>(got);
        }
        return out;
    }
    void serve() {
        const int line = ::accept(listening_, nullptr, nullptr);
        seen_ = take(line, 10);
        while (!hangs_up_) {
            const std::string length = take(line, 4);
            std::size_t size = 0;
            for (const char byte : length) size = size << 8 | static_cast<unsigned char>(byte);
            if (size == 0) break;
            seen_ += take(line, size);
        }
        ::send(line, reply_.data(), reply_.size(), MSG_NOSIGNAL);
        ::close(line);
    }

    const std::string reply_;
    const bool hangs_up_;
    int listening_ = -1;
    std::string seen_;
    std::thread thread_;
};

class Scanned : public testing::Test {
protected:
    Result<app::Blob> put(const std::string& content) {
        auto upload = blobs_.begin("application/pdf");
        if (!upload) return tl::unexpected(upload.error());
        for (std::size_t at = 0; at < content.size(); at += 1000) {
            const auto added = (*upload)->add(content.substr(at, 1000));
            if (!added) return tl::unexpected(added.error());
        }
        return (*upload)->finish();
    }
    Code refusal_of(const std::string& content) {
        const auto done = put(content);
        EXPECT_FALSE(done);
        return done ? Code::internal_error : done.error().code;
    }

    Folder folder_;
    const std::string socket_ = folder_ / "clamd.ctl";
    const std::string file_ = "%PDF-1.7\n" + std::string(3000, 'x');
    scan::ScannedBlobs blobs_{std::make_unique<memory::Blobs>(rules()), socket_};
};

TEST_F(Scanned, WhatIsCleanIsKeptAndWasSeenWhole) {
    Scanner scanner(socket_, std::string("stream: OK", 11));
    const auto kept = put(file_);
    ASSERT_TRUE(kept);
    EXPECT_EQ(scanner.seen(), std::string("zINSTREAM", 10) + file_);
    EXPECT_TRUE(blobs_.read(kept->hash, [](std::string_view) {}));
}

TEST_F(Scanned, WhatIsInfectedIsRefusedByName) {
    const Scanner scanner(socket_, std::string("stream: Win.Test.EICAR_HDB-1 FOUND", 35));
    const auto done = put(file_);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, Code::blob_infected);
    EXPECT_EQ(done.error().args[0], "Win.Test.EICAR_HDB-1");
}

TEST_F(Scanned, NothingIsKeptWhileTheScannerIsAway) {
    EXPECT_EQ(refusal_of(file_), Code::scanner_unusable);
}

TEST_F(Scanned, NothingIsKeptThatTheScannerDoesNotJudge) {
    const Scanner scanner(socket_, "INSTREAM size limit exceeded. ERROR", true);
    EXPECT_EQ(refusal_of(file_), Code::scanner_unusable);
}

TEST_F(Scanned, SilenceIsNoVerdict) {
    const Scanner scanner(socket_, "");
    EXPECT_EQ(refusal_of(file_), Code::scanner_unusable);
}

}  // namespace
}  // namespace heng::store_test
