/// @file
/// Frozen. The envelope of an event: nine members, always all of them, in the order of their keys.
#include "core/ledger/event.hpp"

#include "core/base/text.hpp"
#include "core/ledger/canonical_reader.hpp"
#include "core/ledger/canonical_writer.hpp"

#include <algorithm>

namespace heng::ledger {

namespace {

constexpr std::string_view line_head = R"({"event":)";
constexpr std::string_view line_middle = R"(,"hash":")";
constexpr std::string_view line_tail = R"("})";
constexpr std::size_t digest_digits = 64;

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

tl::unexpected<Error> unusable(std::string_view field, std::string_view why) {
    return refuse(Code::event_field_unusable, {}, {std::string(field), std::string(why)});
}

/// The first field of `event`, dates apart, that breaks its rule, or nullptr.
const char* find_unusable(const Event& event) {
    if (!is_tenant(event.tenant)) return "tenant";
    if (event.seq < 1) return "seq";
    if (event.previous.has_value() == (event.seq == 1)) return "previous";
    if (!is_id(event.what.actor)) return "actor";
    if (!is_act(event.what.act)) return "act";
    if (event.what.edition && !is_id(*event.what.edition)) return "edition";
    return nullptr;
}

bool read_date(CanonicalReader& in, Date& out) {
    std::string_view text;
    if (!in.read_plain(text)) return false;
    const auto date = parse_date(text);
    if (date) out = *date;
    return date || in.fail("not a date");
}

bool read_instant(CanonicalReader& in, Instant& out) {
    std::string_view text;
    if (!in.read_plain(text)) return false;
    const auto instant = parse_instant(text);
    if (instant) out = *instant;
    return instant || in.fail("not an instant");
}

bool read_previous(CanonicalReader& in, std::optional<Digest>& out) {
    if (in.peek() == 'n') {
        out.reset();
        return in.take("null");
    }
    std::string_view text;
    if (!in.read_plain(text)) return false;
    out = parse_digest(text);
    return out || in.fail("not a hash");
}

bool read_edition(CanonicalReader& in, std::optional<std::string>& out) {
    if (in.peek() == 'n') {
        out.reset();
        return in.take("null");
    }
    if (!out) out.emplace();
    return in.read_text(*out);
}

bool read_body(CanonicalReader& in, Object& out) {
    return in.peek() == '{' ? in.read_object(out, 1) : in.fail("the body is no object");
}

bool read_event(CanonicalReader& in, Event& event) {
    return in.take(R"({"act":)") && in.read_text(event.what.act) && in.take(R"(,"actor":)") &&
           in.read_text(event.what.actor) && in.take(R"(,"body":)") &&
           read_body(in, event.what.body) && in.take(R"(,"edition":)") &&
           read_edition(in, event.what.edition) && in.take(R"(,"happened_on":)") &&
           read_date(in, event.what.happened_on) && in.take(R"(,"previous":)") &&
           read_previous(in, event.previous) && in.take(R"(,"recorded_at":)") &&
           read_instant(in, event.recorded_at) && in.take(R"(,"seq":)") &&
           in.read_number(event.seq) && in.take(R"(,"tenant":)") && in.read_text(event.tenant) &&
           in.take("}") && (in.at_end() || in.fail("bytes after the event"));
}

/// All members but the body, which stands encoded in `body`.
std::string write_event(const Event& event, std::string_view body) {
    std::string out;
    out.reserve(body.size() + 320);
    out += R"({"act":)";
    write_text(out, event.what.act);
    out += R"(,"actor":)";
    write_text(out, event.what.actor);
    out.append(R"(,"body":)").append(body).append(R"(,"edition":)");
    if (event.what.edition)
        write_text(out, *event.what.edition);
    else
        out += "null";
    out += R"(,"happened_on":)";
    write_text(out, print_date(event.what.happened_on));
    out += R"(,"previous":)";
    if (event.previous)
        write_text(out, print_digest(*event.previous));
    else
        out += "null";
    out += R"(,"recorded_at":)";
    write_text(out, print_instant(event.recorded_at));
    out += R"(,"seq":)";
    write_number(out, event.seq);
    out += R"(,"tenant":)";
    write_text(out, event.tenant);
    out += '}';
    return out;
}

}  // namespace

bool is_tenant(std::string_view text) {
    const auto fits = [](char c) { return is_small(c) || is_digit(c) || c == '-'; };
    return !text.empty() && text.size() <= 63 && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), fits);
}

bool is_act(std::string_view text) {
    const auto fits = [](char c) { return is_small(c) || is_digit(c) || c == '_'; };
    return !text.empty() && text.size() <= 63 && is_small(text.front()) &&
           std::all_of(text.begin(), text.end(), fits);
}

bool is_id(std::string_view text) {
    const auto is_printable_ascii = [](char c) { return c >= ' ' && c < '\x7F'; };
    const auto is_control = [](char c) { return (c >= '\0' && c < ' ') || c == '\x7F'; };
    if (text.empty() || text.size() > 128) return false;
    if (std::all_of(text.begin(), text.end(), is_printable_ascii)) return true;
    return !find_invalid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

Result<std::string> encode_event(const Event& event) {
    if (const char* field = find_unusable(event)) return unusable(field, "outside its rule");
    if (!is_printable(event.what.happened_on)) return unusable("happened_on", "outside its rule");
    if (!is_printable(event.recorded_at)) return unusable("recorded_at", "outside its rule");
    const auto body = encode_inside(event.what.body, 1);
    if (!body) return tl::unexpected(body.error());
    std::string out = write_event(event, *body);
    if (out.size() > Limits::size_bytes_max)
        return refuse(Code::canonical_too_large, {}, {std::to_string(Limits::size_bytes_max)});
    return out;
}

Result<void> decode_event_into(std::string_view bytes, Event& out) {
    if (bytes.size() > Limits::size_bytes_max)
        return refuse(Code::canonical_too_large, {}, {std::to_string(Limits::size_bytes_max)});
    CanonicalReader in(bytes);
    if (!read_event(in, out)) return tl::unexpected(in.error());
    if (const char* field = find_unusable(out)) return unusable(field, "outside its rule");
    return {};
}

Result<Event> decode_event(std::string_view bytes) {
    Result<Event> event;
    const auto decoded = decode_event_into(bytes, *event);
    if (!decoded) return tl::unexpected(decoded.error());
    return event;
}

Result<Opening> read_opening(const Event& first) {
    if (first.seq != 1 || first.what.act != opening_act) return unusable("act", opening_act);
    const Object& body = first.what.body;
    const Value* algorithm = body.find("algorithm");
    const Value* format = body.find("format");
    const Value* tenant = body.find("tenant");
    if (algorithm == nullptr || format == nullptr || tenant == nullptr ||
        body.members().size() != 3)
        return unusable("body", "algorithm, format, tenant");
    const auto known = algorithm->text() ? parse_algorithm(*algorithm->text()) : std::nullopt;
    if (!known) return unusable("body.algorithm", "sm3, sha256");
    if (*format != Value(format_version))
        return unusable("body.format", std::to_string(format_version));
    if (*tenant != Value(first.tenant)) return unusable("body.tenant", first.tenant);
    return Opening{*known, format_version, first.tenant};
}

std::string print_line(const SealedEvent& event) {
    std::string out;
    out.reserve(event.bytes.size() + 96);
    out.append(line_head).append(event.bytes).append(line_middle);
    out.append(print_digest(event.hash)).append(line_tail);
    return out;
}

std::optional<Line> split_line(std::string_view line) {
    const std::size_t tail = line_middle.size() + digest_digits + line_tail.size();
    if (line.size() < line_head.size() + tail || !line.starts_with(line_head)) return std::nullopt;
    const std::string_view bytes =
        line.substr(line_head.size(), line.size() - line_head.size() - tail);
    const std::string_view rest = line.substr(line.size() - tail);
    if (!rest.starts_with(line_middle) || !rest.ends_with(line_tail)) return std::nullopt;
    const auto hash = parse_digest(rest.substr(line_middle.size(), digest_digits));
    if (!hash) return std::nullopt;
    return Line{bytes, *hash};
}

}  // namespace heng::ledger
