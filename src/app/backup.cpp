/// @file
/// Lines of app/parts.hpp; behind the line of a file stand its bytes and a line feed.
#include "app/backup.hpp"

#include "app/blob_rules.hpp"
#include "app/bundle_parts.hpp"
#include "app/parts.hpp"
#include "app/writer.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <ostream>
#include <set>

namespace heng::app {

namespace {

using ledger::Object;
using ledger::Value;

/// Format 1 had no accounts.
constexpr std::int64_t backup_format = 2;
constexpr std::size_t line_bytes_max = std::size_t{2} << 20;  ///< Above any event's line.
constexpr std::size_t piece_bytes = std::size_t{1} << 16;

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

struct Header {
    ledger::Algorithm algorithm = ledger::Algorithm::sm3;
    std::string tenant;
    std::int64_t format = backup_format;
    std::int64_t events = 0;
    std::int64_t files = 0;
    std::int64_t records = 0;  ///< Of accounts.
    std::int64_t trail = 0;
};

Value header_value(const Header& header) {
    Object out{{"algorithm", ledger::print_algorithm(header.algorithm)},
               {"events", header.events},
               {"files", header.files},
               {"format", header.format},
               {"tenant", header.tenant}};
    if (header.format == 1) return out;
    out.add("records", header.records);
    out.add("trail", header.trail);
    return out;
}

std::optional<Header> read_header(std::string_view bytes) {
    const auto value = ledger::decode(bytes);
    const Object* const object = value ? value->object() : nullptr;
    if (object == nullptr) return std::nullopt;
    const auto text = [object](std::string_view key) {
        const Value* const found = object->find(key);
        return found == nullptr || found->text() == nullptr ? std::string() : *found->text();
    };
    const auto count = [object](std::string_view key) {
        const Value* const found = object->find(key);
        return found == nullptr || found->number() == nullptr ? -1 : *found->number();
    };
    const auto algorithm = ledger::parse_algorithm(text("algorithm"));
    if (!algorithm) return std::nullopt;
    const bool has_accounts = count("format") != 1;
    const Header header{*algorithm,
                        text("tenant"),
                        count("format"),
                        count("events"),
                        count("files"),
                        has_accounts ? count("records") : 0,
                        has_accounts ? count("trail") : 0};
    const bool is_ours = header.format >= 1 && header.format <= backup_format &&
                         header.events >= 0 && header.files >= 0 && header.records >= 0 &&
                         header.trail >= 0 && header_value(header) == *value;
    return is_ours ? std::optional(header) : std::nullopt;
}

/// The events up to a head, and the files that they name.
struct Collected {
    std::string lines;
    std::set<ledger::Digest> files;
    std::int64_t events = 0;
};

Result<Collected> collect(EventStore& store, const std::string& tenant, std::int64_t last_seq) {
    Collected out;
    const auto read = for_each_event(store, tenant, 1, [&](const ledger::SealedEvent& sealed) {
        out.lines += ledger::print_line(sealed) + '\n';
        if (const auto event = ledger::decode_event(sealed.bytes))
            for (const ledger::Digest& file : evidence_of(*event)) out.files.insert(file);
        ++out.events;
        return sealed.seq < last_seq;
    });
    if (!read) return tl::unexpected(read.error());
    return out;
}

/// What stands in a line, field by field; whether all of it was there is asked at the end.
class Read {
public:
    explicit Read(const Object& body) : body_(body) {}
    std::string text(std::string_view key) {
        const Value* const found = body_.find(key);
        is_whole_ = is_whole_ && found != nullptr && found->text() != nullptr;
        return is_whole_ ? *found->text() : std::string();
    }
    std::int64_t number(std::string_view key) {
        const Value* const found = body_.find(key);
        is_whole_ = is_whole_ && found != nullptr && found->number() != nullptr;
        return is_whole_ ? *found->number() : 0;
    }
    bool is_whole() const { return is_whole_; }

private:
    const Object& body_;
    bool is_whole_ = true;
};

/// What is backed up of accounts.
constexpr auto kinds = std::to_array<accounts::Kind>(
    {accounts::Kind::account, accounts::Kind::token, accounts::Kind::card, accounts::Kind::rules});

Object print(const accounts::Record& record) {
    return {{"id", record.id},
            {"kind", accounts::name(record.kind)},
            {"owner", record.owner},
            {"sealed", record.sealed},
            {"version", record.version}};
}

std::optional<accounts::Record> read_record(const Object& body) {
    Read read(body);
    const std::string kind = read.text("kind");
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](accounts::Kind one) {
        return accounts::name(one) == kind;
    });
    const accounts::Record out{known == kinds.end() ? accounts::Kind::account : *known,
                               read.text("id"), read.text("owner"), read.number("version"),
                               read.text("sealed")};
    const bool is_ours = read.is_whole() && known != kinds.end() && out.version >= 1;
    return is_ours ? std::optional(out) : std::nullopt;
}

Object print(const accounts::TrailEntry& entry) {
    return {{"account", entry.account},
            {"actor", entry.actor},
            {"at", std::int64_t{entry.at.time_since_epoch().count()}},
            {"detail", entry.detail},
            {"is_refused", entry.outcome == accounts::Outcome::refused ? 1 : 0},
            {"mac", entry.mac},
            {"matter", entry.matter},
            {"remote", entry.remote},
            {"seq", entry.seq}};
}

std::optional<accounts::TrailEntry> read_entry(const Object& body) {
    Read read(body);
    const accounts::TrailEntry out{
        read.number("seq"),
        ledger::Instant(std::chrono::microseconds(read.number("at"))),
        read.text("actor"),
        read.text("matter"),
        read.text("account"),
        read.number("is_refused") == 0 ? accounts::Outcome::done : accounts::Outcome::refused,
        read.text("detail"),
        read.text("remote"),
        read.text("mac")};
    return read.is_whole() ? std::optional(out) : std::nullopt;
}

/// The accounts as they are now, and the trail, which may tell of a little more.
Result<accounts::Changes> collect_accounts(accounts::AccountStore& store,
                                           const std::string& tenant) {
    constexpr std::size_t page = 1'000;
    accounts::Changes out;
    for (const accounts::Kind kind : kinds) {
        auto all = store.list(tenant, kind, {});
        if (!all) return tl::unexpected(all.error());
        out.restored.insert(out.restored.end(), all->begin(), all->end());
    }
    for (;;) {
        const std::int64_t next = out.trail.empty() ? 1 : out.trail.back().seq + 1;
        const auto entries = store.trail(tenant, next, page);
        if (!entries) return tl::unexpected(entries.error());
        if (entries->empty()) return out;
        out.trail.insert(out.trail.end(), entries->begin(), entries->end());
    }
}

/// The lines of a backup, counted from 1, with the bytes between them.
class BackupReader {
public:
    BackupReader(std::istream& in, const Readers& readers) : in_(in), readers_(readers) {}

    const Header& header() const { return header_; }
    const ledger::HashFunction& hash() const { return *hash_; }

    [[nodiscard]] Result<void> begin() {
        const std::string line = next_line();
        const auto part = split_part(line, "backup");
        const auto header = part ? read_header(part->bytes) : std::nullopt;
        if (!header) return malformed("backup, format 1");
        auto hash = readers_.make_hash(header->algorithm);
        if (!hash) return tl::unexpected(hash.error());
        hash_ = std::move(*hash);
        if (hash_->digest(part->bytes) != part->hash) return malformed("backup, unchanged");
        header_ = *header;
        return {};
    }

    [[nodiscard]] Result<ledger::SealedEvent> next_event(std::int64_t seq) {
        const std::string line = next_line();
        const auto parts = ledger::split_line(line);
        if (!parts) return malformed("event");
        return ledger::SealedEvent{seq, std::string(parts->bytes), parts->hash};
    }

    [[nodiscard]] Result<accounts::Changes> next_accounts() {
        accounts::Changes out;
        for (std::int64_t i = 0; i < header_.records; ++i) {
            const auto body = next_part("account");
            auto record = body ? read_record(*body) : std::nullopt;
            if (!record) return malformed("account, unchanged");
            out.restored.push_back(std::move(*record));
        }
        for (std::int64_t i = 0; i < header_.trail; ++i) {
            const auto body = next_part("trail");
            auto entry = body ? read_entry(*body) : std::nullopt;
            if (!entry) return malformed("trail, unchanged");
            out.trail.push_back(std::move(*entry));
        }
        return out;
    }

    /// Hands the next file on in pieces, the first with at least `leading_bytes_max` bytes if the
    /// file has them.
    [[nodiscard]] Result<Blob> next_file(
        const std::function<Result<void>(std::string_view)>& take) {
        const auto body = next_part("file");
        if (!body) return malformed("file, unchanged");
        Read read(*body);
        const auto digest = ledger::parse_digest(read.text("hash"));
        const std::int64_t size = read.number("size");
        if (!digest || !read.is_whole()) return malformed("file");
        const auto copied = copy(size, take);
        if (!copied) return tl::unexpected(copied.error());
        if (in_.get() != '\n') return malformed("line feed behind a file");
        return Blob{*digest, size};
    }

    [[nodiscard]] Result<void> end() {
        if (in_.peek() == std::istream::traits_type::eof()) return {};
        ++line_;
        return malformed("the end");
    }

private:
    tl::unexpected<Error> malformed(const char* expected) const {
        return refuse(Code::backup_malformed, {}, {std::to_string(line_), expected});
    }

    /// What the next line holds, if it is of this kind and unchanged.
    std::optional<Object> next_part(std::string_view kind) {
        const std::string line = next_line();
        const auto part = split_part(line, kind);
        if (!part || hash_->digest(part->bytes) != part->hash) return std::nullopt;
        const auto value = ledger::decode(part->bytes);
        if (!value || value->object() == nullptr) return std::nullopt;
        return *value->object();
    }

    /// Empty at the end, and for a line that is too long or lacks its line feed.
    std::string next_line() {
        ++line_;
        std::string line;
        for (int next = in_.get(); next != std::istream::traits_type::eof(); next = in_.get()) {
            if (next == '\n') return line;
            if (line.size() == line_bytes_max) break;
            line += static_cast<char>(next);
        }
        return {};
    }

    Result<void> copy(std::int64_t size,
                      const std::function<Result<void>(std::string_view)>& take) {
        std::string piece(piece_bytes, '\0');
        for (std::int64_t left = size; left > 0;) {
            const auto wanted = std::min(left, static_cast<std::int64_t>(piece_bytes));
            if (!in_.read(piece.data(), wanted)) return malformed("the bytes of a file");
            const auto taken = take(std::string_view(piece).substr(0, std::size_t(wanted)));
            if (!taken) return taken;
            left -= wanted;
        }
        return {};
    }

    std::istream& in_;
    const Readers& readers_;
    Header header_;
    std::optional<ledger::HashFunction> hash_;
    std::size_t line_ = 0;
};

/// Reads all of the backup without keeping anything but its events.
Checked<std::vector<ledger::SealedEvent>> check_backup(BackupReader& reader,
                                                       const Progress& progress) {
    if (const auto begun = reader.begin(); !begun) return failed(begun.error());
    const Header& header = reader.header();
    ledger::Verifier verifier(header.tenant, reader.hash());
    std::vector<ledger::SealedEvent> events;
    for (std::int64_t seq = 1; seq <= header.events; ++seq) {
        auto event = reader.next_event(seq);
        if (!event) return failed(event.error());
        verifier.feed(*event);
        events.push_back(std::move(*event));
        if (progress && (seq % 1'000 == 0 || seq == header.events))
            progress(Stage::events, std::size_t(seq), std::size_t(header.events));
    }
    if (auto head = verifier.finish(); !head) {
        if (head.error().place.line != 0) ++head.error().place.line;  // behind the header
        return failed(head.error());
    }
    if (const auto read = reader.next_accounts(); !read) return failed(read.error());
    for (std::int64_t file = 0; file < header.files; ++file) {
        // That a file fits its hash is seen when it comes into the store, before any event does.
        const auto read = reader.next_file([](std::string_view) { return Result<void>(); });
        if (!read) return failed(read.error());
    }
    if (const auto ended = reader.end(); !ended) return failed(ended.error());
    return events;
}

/// Brings one file into the store; it must come out under the hash that it had.
Result<void> restore_file(BackupReader& reader, Blobs& evidence) {
    std::unique_ptr<Upload> upload;
    const auto blob = reader.next_file([&](std::string_view piece) -> Result<void> {
        if (!upload) {
            auto begun = evidence.begin(type_of(piece.substr(0, leading_bytes_max)));
            if (!begun) return tl::unexpected(begun.error());
            upload = std::move(*begun);
        }
        return upload->add(piece);
    });
    if (!blob) return tl::unexpected(blob.error());
    const std::string name = ledger::print_digest(blob->hash);
    if (!upload) return refuse(Code::blob_changed, {}, {name});  // no file is empty
    const auto stored = upload->finish();
    if (!stored) return tl::unexpected(stored.error());
    if (*stored != *blob) return refuse(Code::blob_changed, {}, {name});
    return {};
}

/// Brings everything but the events into the stores.
Result<void> restore_around(BackupReader& reader, const BackupStores& stores) {
    if (const auto begun = reader.begin(); !begun) return begun;
    for (std::int64_t seq = 1; seq <= reader.header().events; ++seq) {
        const auto event = reader.next_event(seq);
        if (!event) return tl::unexpected(event.error());
    }
    const auto accounts = reader.next_accounts();
    if (!accounts) return tl::unexpected(accounts.error());
    for (std::int64_t file = 0; file < reader.header().files; ++file) {
        const auto restored = restore_file(reader, stores.evidence);
        if (!restored) return restored;
    }
    const std::string& tenant = reader.header().tenant;
    const auto made = stores.accounts.change(tenant, *accounts);
    if (!made && made.error().code == Code::version_stale)
        return refuse(Code::store_not_empty, {}, {tenant});
    return made;
}

}  // namespace

Checked<ledger::Head> write_backup(const BackupStores& stores, const std::string& tenant,
                                   const Readers& readers, std::ostream& out,
                                   const Progress& progress) {
    const auto live = replay_store(stores.events, tenant, readers, {}, progress);
    if (!live) return tl::unexpected(live.error());
    const auto algorithm = algorithm_of(stores.events, tenant);
    if (!algorithm) return failed(algorithm.error());
    const auto hash = readers.make_hash(*algorithm);
    if (!hash) return failed(hash.error());
    const auto collected = collect(stores.events, tenant, live->head.seq);
    if (!collected) return failed(collected.error());
    const auto accounts = collect_accounts(stores.accounts, tenant);
    if (!accounts) return failed(accounts.error());
    out << print_part("backup",
                      header_value({*algorithm, tenant, backup_format, collected->events,
                                    std::ssize(collected->files), std::ssize(accounts->restored),
                                    std::ssize(accounts->trail)}),
                      *hash)
        << collected->lines;
    for (const accounts::Record& one : accounts->restored)
        out << print_part("account", print(one), *hash);
    for (const accounts::TrailEntry& one : accounts->trail)
        out << print_part("trail", print(one), *hash);
    for (const ledger::Digest& file : collected->files) {
        const auto blob = stores.evidence.read(file, [](std::string_view) {});  // for its size
        if (!blob) return failed(blob.error());
        out << print_part("file",
                          Object{{"hash", ledger::print_digest(file)}, {"size", blob->size_bytes}},
                          *hash);
        const auto copied =
            stores.evidence.read(file, [&out](std::string_view piece) { out << piece; });
        if (!copied) return failed(copied.error());
        out << '\n';
    }
    out.flush();
    if (!out) return failed({Code::file_unwritable, {}, {"backup"}});
    return live->head;
}

Checked<ledger::Head> restore_backup(std::istream& in, const BackupStores& stores,
                                     const Readers& readers, const Progress& progress) {
    BackupReader checking(in, readers);
    const auto events = check_backup(checking, progress);
    if (!events) return tl::unexpected(events.error());
    const std::string& tenant = checking.header().tenant;
    const auto there = stores.events.head(tenant);
    if (!there) return failed(there.error());
    if (*there) return failed({Code::store_not_empty, {}, {tenant}});
    in.clear();
    in.seekg(0);
    BackupReader restoring(in, readers);
    if (const auto restored = restore_around(restoring, stores); !restored)
        return failed(restored.error());
    const auto head = stores.events.append(tenant, std::nullopt, *events);
    if (!head) return failed(head.error());
    return *head;
}

}  // namespace heng::app
