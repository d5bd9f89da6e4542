#include "shell/scan/scanned_blobs.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>

namespace heng::scan {

namespace {

/// How long the scanner may take for one piece, or for its verdict.
constexpr timeval patience{60, 0};
constexpr char command[] = "zINSTREAM";  // and its NUL

tl::unexpected<Error> unusable(std::string_view why) {
    return refuse(Code::scanner_unusable, {}, {std::string(why)});
}

/// One file before the scanner.
class Scan {
public:
    Scan() = default;
    ~Scan() {
        if (line_ >= 0) ::close(line_);
    }
    Scan(const Scan&) = delete;
    Scan& operator=(const Scan&) = delete;

    [[nodiscard]] Result<void> begin(const std::string& socket) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (socket.size() >= sizeof(address.sun_path)) return unusable(socket);
        std::memcpy(address.sun_path, socket.data(), socket.size());
        line_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (line_ < 0) return unusable(std::strerror(errno));
        ::setsockopt(line_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
        ::setsockopt(line_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
        if (::connect(line_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
            return unusable(socket + ": " + std::strerror(errno));
        send({command, sizeof(command)});
        return {};
    }

    void add(std::string_view piece) {
        if (piece.empty()) return;  // an empty one ends the file
        send_length(static_cast<std::uint32_t>(piece.size()));
        send(piece);
    }

    /// Nothing if there is nothing in the file.
    [[nodiscard]] Result<void> verdict() {
        send_length(0);
        std::string said;
        std::array<char, 512> room{};
        for (;;) {
            const ssize_t count = ::recv(line_, room.data(), room.size(), 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0 || said.size() > 4096) break;
            said.append(room.data(), static_cast<std::size_t>(count));
        }
        said.resize(std::min(said.find('\0'), said.size()));
        constexpr std::string_view found = " FOUND";
        constexpr std::string_view begin = "stream: ";
        if (said == "stream: OK") return {};
        if (said.starts_with(begin) && said.ends_with(found))
            return refuse(Code::blob_infected, {},
                          {said.substr(begin.size(), said.size() - begin.size() - found.size())});
        return unusable(said.empty() ? "no answer" : said);
    }

private:
    /// A scanner that hangs up has said why, or says nothing: `verdict` tells.
    void send(std::string_view bytes) {
        while (!bytes.empty() && is_open_) {
            const ssize_t count = ::send(line_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EINTR) continue;
            is_open_ = count > 0;
            if (is_open_) bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void send_length(std::uint32_t length) {
        const std::array<char, 4> bytes{static_cast<char>(length >> 24),
                                        static_cast<char>(length >> 16),
                                        static_cast<char>(length >> 8), static_cast<char>(length)};
        send({bytes.data(), bytes.size()});
    }

    int line_ = -1;
    bool is_open_ = true;
};

class ScannedUpload final : public app::Upload {
public:
    explicit ScannedUpload(std::unique_ptr<app::Upload> kept) : kept_(std::move(kept)) {}
    Scan& scan() { return scan_; }

    [[nodiscard]] Result<void> add(std::string_view piece) override {
        return kept_->add(piece).map([&] { scan_.add(piece); });
    }
    [[nodiscard]] Result<app::Blob> finish() override {
        return scan_.verdict().and_then([this] { return kept_->finish(); });
    }

private:
    const std::unique_ptr<app::Upload> kept_;
    Scan scan_;
};

}  // namespace

Result<std::unique_ptr<app::Upload>> ScannedBlobs::begin(std::string_view type) {
    auto kept = kept_->begin(type);
    if (!kept) return kept;
    auto upload = std::make_unique<ScannedUpload>(std::move(*kept));
    const auto begun = upload->scan().begin(socket_);
    if (!begun) return tl::unexpected(begun.error());
    return upload;
}

}  // namespace heng::scan
