/// @file
/// Lines of app/parts.hpp, and a last one that signs all lines before it.
#include "app/bundle.hpp"

#include "app/bundle_parts.hpp"
#include "app/parts.hpp"
#include "app/writer.hpp"
#include "core/base/invariant.hpp"

#include <set>

namespace heng::app {

namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

constexpr std::int64_t bundle_format = 1;

tl::unexpected<Issues> failed(const Error& error) {
    return tl::unexpected(Issues{error});
}

std::string encoded(const Value& value) {
    const auto bytes = ledger::encode(value);
    INVARIANT(bytes, "a part of a bundle is short and of UTF-8");
    return *bytes;
}

std::string print_signature(const std::string& signature) {
    return R"({"signature":")" + signature + "\"}\n";
}

/// Everything that is gathered from the events on the way.
struct Gathered {
    Live live;
    std::set<ledger::Digest> evidence;
    ledger::Date last_day;
    std::size_t published = 0;

    /// Takes an event of a chain that holds; what it publishes must be what the facts give.
    Checked<void> take(const ledger::Event& event, const Readers& readers) {
        if (const auto applied = apply_event(live.state, event); !applied)
            return failed(applied.error());
        const auto complete = add_missing(live.rulebooks, live.state, readers.read_scheme_files);
        if (!complete) return complete;
        for (const ledger::Digest& file : evidence_of(event)) evidence.insert(file);
        last_day = event.what.happened_on;
        Issues issues = compare_published(live, event);
        if (!issues.empty()) return tl::unexpected(std::move(issues));
        published += publishes_result(live, event) ? 1 : 0;
        return {};
    }
};

Value head_value(const ledger::Head& head) {
    return Object{{"hash", ledger::print_digest(head.hash)}, {"seq", head.seq}};
}

/// Lines of a text, counted from 1. A last line without a line feed is none.
class Lines {
public:
    explicit Lines(std::string_view text) : text_(text) {}

    std::optional<std::string_view> next() {
        begin_ = at_;
        const std::size_t end = text_.find('\n', at_);
        if (end == text_.npos) return std::nullopt;
        ++number_;
        at_ = end + 1;
        return text_.substr(begin_, end - begin_);
    }
    std::size_t number() const { return number_; }
    /// Everything before the line that was read last.
    std::string_view before() const { return text_.substr(0, begin_); }
    bool at_end() const { return at_ == text_.size(); }

private:
    std::string_view text_;
    std::size_t begin_ = 0;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
};

struct Header {
    ledger::Algorithm algorithm = ledger::Algorithm::sm3;
    std::string tenant;
    std::string public_key;
    std::size_t events = 0;
    std::size_t evidence = 0;
    std::size_t documents = 0;
    std::size_t results = 0;
};

Value header_value(const Header& header) {
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    return Object{{"algorithm", ledger::print_algorithm(header.algorithm)},
                  {"documents", count(header.documents)},
                  {"events", count(header.events)},
                  {"evidence", count(header.evidence)},
                  {"format", bundle_format},
                  {"public_key", header.public_key},
                  {"results", count(header.results)},
                  {"tenant", header.tenant}};
}

/// Reads what `header_value` writes, and nothing else.
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
        const bool is_count =
            found != nullptr && found->number() != nullptr && *found->number() >= 0;
        return is_count ? static_cast<std::size_t>(*found->number()) : 0;
    };
    const auto algorithm = ledger::parse_algorithm(text("algorithm"));
    if (!algorithm) return std::nullopt;
    const Header header{*algorithm,        text("tenant"),     text("public_key"), count("events"),
                        count("evidence"), count("documents"), count("results")};
    return header_value(header) == *value ? std::optional(header) : std::nullopt;
}

class Verification {
public:
    Verification(std::string_view text, const Readers& readers, const Signing& signing)
        : lines_(text), readers_(readers), signing_(signing) {}

    Checked<Verified> run(const Progress& progress) {
        if (!read_opening() || !read_events(progress)) return tl::unexpected(std::move(issues_));
        const bool holds =
            read_evidence() &&
            read_rows("document", document_rows(gathered_.live.state), header_.documents) &&
            read_rows("result", result_rows(gathered_.live, gathered_.last_day), header_.results) &&
            read_rows("head", {head_value(gathered_.live.head)}, 1) && read_signature();
        if (!holds) return tl::unexpected(std::move(issues_));
        return Verified{header_.tenant,     gathered_.live.head, header_.public_key,
                        header_.documents,  header_.evidence,    header_.results,
                        gathered_.published};
    }

private:
    bool fail(Code code, std::vector<std::string> args) {
        issues_.push_back({code, {{}, lines_.number(), 0, {}}, std::move(args)});
        return false;
    }
    bool malformed(std::size_t line, std::string_view expected) {
        issues_.push_back({Code::bundle_malformed,
                           {{}, line, 0, {}},
                           {std::to_string(line), std::string(expected)}});
        return false;
    }

    /// The value of the next line, if that is whole and of this kind.
    std::optional<std::string_view> next_part(std::string_view kind) {
        const std::size_t number = lines_.number() + 1;
        const auto line = lines_.next();
        const auto part = line ? split_part(*line, kind) : std::nullopt;
        if (part && hash_ && hash_->digest(part->bytes) == part->hash) return part->bytes;
        malformed(number, std::string(kind) + ", unchanged");
        return std::nullopt;
    }

    bool read_opening() {
        const auto line = lines_.next();
        const auto part = line ? split_part(*line, "bundle") : std::nullopt;
        const auto header = part ? read_header(part->bytes) : std::nullopt;
        if (!header) return malformed(1, "bundle, format 1");
        auto hash = readers_.make_hash(header->algorithm);
        if (!hash) return fail(hash.error().code, hash.error().args);
        hash_ = std::move(*hash);
        if (hash_->digest(part->bytes) != part->hash) return malformed(1, "bundle, unchanged");
        header_ = *header;
        return true;
    }

    bool read_events(const Progress& progress) {
        ledger::Verifier verifier(header_.tenant, *hash_);
        for (std::size_t i = 0; i < header_.events; ++i) {
            const std::size_t number = lines_.number() + 1;
            const auto line = lines_.next();
            if (!line) return malformed(number, "event");
            const ledger::Event* const event = verifier.feed_line(*line);
            if (event == nullptr) continue;  // what follows tells why
            const ledger::Digest hash = ledger::split_line(*line)->hash;
            gathered_.live.head = {event->seq, hash};
            const auto taken = gathered_.take(*event, readers_);
            if (!taken) {
                issues_ = taken.error();
                for (Error& issue : issues_) issue.place.line = number;
                return false;
            }
            if (progress && (i % 1'000 == 0 || i + 1 == header_.events))
                progress(Stage::events, i + 1, header_.events);
        }
        const auto head = verifier.finish();
        if (head) return true;
        issues_.push_back(head.error());
        if (issues_.back().place.line != 0) ++issues_.back().place.line;  // behind the header
        return false;
    }

    bool read_evidence() {
        const auto& expected = gathered_.evidence;
        auto next = expected.begin();
        for (std::size_t i = 0; i < header_.evidence; ++i) {
            const auto bytes = next_part("evidence");
            if (!bytes) return false;
            const auto value = ledger::decode(*bytes);
            const Object* const file = value ? value->object() : nullptr;
            const Value* const size = file == nullptr ? nullptr : file->find("size");
            const bool is_sized = size != nullptr && size->number() != nullptr &&
                                  *size->number() >= 0 && file->members().size() == 2;
            const Value* const hash = is_sized ? file->find("hash") : nullptr;
            if (hash == nullptr || next == expected.end() ||
                *hash != Value(ledger::print_digest(*next)))
                return fail(Code::bundle_part_differs, {"evidence", std::string(*bytes)});
            ++next;
        }
        return next == expected.end() ||
               fail(Code::bundle_part_differs, {"evidence", ledger::print_digest(*next)});
    }

    bool read_rows(std::string_view kind, const List& expected, std::size_t count) {
        if (count != expected.size())
            return fail(Code::bundle_part_differs,
                        {std::string(kind),
                         std::to_string(count) + " ≠ " + std::to_string(expected.size())});
        for (const Value& row : expected) {
            const auto bytes = next_part(kind);
            if (!bytes) return false;
            if (encoded(row) != *bytes)
                return fail(Code::bundle_part_differs, {std::string(kind), encoded(row)});
        }
        return true;
    }

    bool read_signature() {
        const std::size_t number = lines_.number() + 1;
        const auto line = lines_.next();
        const auto value = line ? ledger::decode(*line) : refuse(Code::bundle_malformed);
        const Object* const object = value ? value->object() : nullptr;
        const Value* const signature = object == nullptr ? nullptr : object->find("signature");
        const bool is_whole = signature != nullptr && signature->text() != nullptr &&
                              object->members().size() == 1 && lines_.at_end();
        if (!is_whole) return malformed(number, "signature, at the end");
        return signing_.verify(header_.public_key, lines_.before(), *signature->text()) ||
               fail(Code::bundle_signature_wrong, {});
    }

    Lines lines_;
    const Readers& readers_;
    const Signing& signing_;
    std::optional<ledger::HashFunction> hash_;
    Header header_;
    Gathered gathered_;
    Issues issues_;
};

/// The lines of all events, and what they give.
struct Exported {
    std::string lines;
    Gathered gathered;
};

Checked<Exported> export_events(EventStore& store, const std::string& tenant,
                                const Readers& readers, const Progress& progress) {
    // The whole chain is verified first: nobody signs what does not hold.
    const auto whole = replay_store(store, tenant, readers, {}, progress);
    if (!whole) return tl::unexpected(whole.error());
    Exported out;
    Checked<void> taken;
    const auto read = for_each_event(store, tenant, 1, [&](const ledger::SealedEvent& sealed) {
        const auto event = ledger::decode_event(sealed.bytes);
        INVARIANT(event, "the chain was verified");
        out.lines += ledger::print_line(sealed) + '\n';
        out.gathered.live.head = head_of(sealed);
        taken = out.gathered.take(*event, readers);
        return taken && sealed.seq < whole->head.seq;  // what came later is not verified
    });
    if (!read) return failed(read.error());
    if (!taken) return tl::unexpected(taken.error());
    return out;
}

/// The lines of the evidence; every file is read and checked on the way.
Result<std::string> print_evidence(const std::set<ledger::Digest>& files, Blobs& evidence,
                                   const ledger::HashFunction& hash) {
    std::string out;
    for (const ledger::Digest& file : files) {
        const auto blob = evidence.read(file, [](std::string_view) {});
        if (!blob) return tl::unexpected(blob.error());
        out += print_part("evidence",
                          Object{{"hash", ledger::print_digest(file)}, {"size", blob->size_bytes}},
                          hash);
    }
    return out;
}

}  // namespace

Checked<std::string> write_bundle(EventStore& store, const std::string& tenant, Blobs& evidence,
                                  const Readers& readers, const Signing& signing,
                                  const std::string& key_pem, const Progress& progress) {
    const auto exported = export_events(store, tenant, readers, progress);
    if (!exported) return tl::unexpected(exported.error());
    const Gathered& gathered = exported->gathered;
    const auto algorithm = algorithm_of(store, tenant);
    if (!algorithm) return failed(algorithm.error());
    const auto public_key = signing.public_key(key_pem);
    if (!public_key) return failed(public_key.error());
    const auto hash = readers.make_hash(*algorithm);
    if (!hash) return failed(hash.error());
    const auto files = print_evidence(gathered.evidence, evidence, *hash);
    if (!files) return failed(files.error());

    const List documents = document_rows(gathered.live.state);
    const List results = result_rows(gathered.live, gathered.last_day);
    const Header header{*algorithm,
                        tenant,
                        *public_key,
                        static_cast<std::size_t>(gathered.live.head.seq),
                        gathered.evidence.size(),
                        documents.size(),
                        results.size()};
    std::string text = print_part("bundle", header_value(header), *hash);
    text += exported->lines + *files;
    for (const Value& row : documents) text += print_part("document", row, *hash);
    for (const Value& row : results) text += print_part("result", row, *hash);
    text += print_part("head", head_value(gathered.live.head), *hash);
    const auto signature = signing.sign(key_pem, text);
    if (!signature) return failed(signature.error());
    return text + print_signature(*signature);
}

Checked<Verified> verify_bundle(std::string_view text, const Readers& readers,
                                const Signing& signing, const Progress& progress) {
    return Verification(text, readers, signing).run(progress);
}

}  // namespace heng::app
