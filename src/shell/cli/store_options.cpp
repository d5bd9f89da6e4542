#include "shell/cli/store_options.hpp"

#include "app/blob_rules.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace heng::cli {

namespace {

constexpr std::string_view sqlite_scheme = "sqlite:";

tl::unexpected<Error> unusable(const char* option, const std::string& value, const char* why) {
    return refuse(Code::argument_unusable, {}, {option, value, why});
}

}  // namespace

void add_store_options(CLI::App& verb, StoreOptions& options) {
    verb.add_option("--db", options.db,
                    "存储：sqlite:路径 或 postgresql://…\nthe store: sqlite:PATH or postgresql://…")
        ->required();
    verb.add_option("--tenant", options.tenant,
                    "存储中有多套台账时，指明哪一套\nwhose ledger, where the store has several");
}

void add_evidence_option(CLI::App& verb, StoreOptions& options) {
    verb.add_option("--evidence", options.evidence,
                    "佐证材料目录；默认与 SQLite 存储同目录\nfolder of the evidence; by default "
                    "beside an SQLite store");
    verb.add_option(
        "--vault", options.vault,
        "加密密钥文件；默认与 SQLite 存储同目录\nfile of the keys that evidence is sealed "
        "with; by default beside an SQLite store");
}

std::optional<Opened> open_store(const StoreOptions& options, Context& context) {
    auto store = value_or_report(
        context.surroundings.open_store(options.db, app::Opening::existing), context);
    if (!store) return std::nullopt;
    const auto tenants = value_or_report((*store)->tenants(), context);
    if (!tenants) return std::nullopt;
    Opened opened{std::move(*store), options.tenant};
    if (opened.tenant.empty()) {
        if (tenants->size() != 1) {
            report({{Code::tenant_unclear,
                     {options.db, 0, 0, {}},
                     {std::to_string(tenants->size()), join(*tenants, ", ")}}},
                   context);
            return std::nullopt;
        }
        opened.tenant = tenants->front();
    } else if (std::find(tenants->begin(), tenants->end(), opened.tenant) == tenants->end()) {
        report({{Code::ledger_absent, {options.db, 0, 0, {}}, {opened.tenant}}}, context);
        return std::nullopt;
    }
    return opened;
}

std::unique_ptr<app::Desk> open_desk(const Opened& opened, Context& context) {
    auto desk =
        value_or_report(app::Desk::open(*opened.store, opened.tenant, context.surroundings.readers,
                                        *context.surroundings.clock),
                        context);
    return desk ? std::move(*desk) : nullptr;
}

namespace {

/// The key file that stands beside the evidence, as in the server's folder: heng.db.vault.key for
/// heng.db.evidence; beside the store where the folder is called otherwise.
std::string key_file_of(const StoreOptions& options, const std::string& folder) {
    constexpr std::string_view ending = ".evidence";
    if (!options.vault.empty()) return options.vault;
    if (!folder.ends_with(ending)) return path_beside(options, ".vault.key");
    return folder.substr(0, folder.size() - ending.size()) + ".vault.key";
}

}  // namespace

std::optional<app::EvidencePlace> evidence_place(const StoreOptions& options, Context& context) {
    app::EvidencePlace place;
    place.folder = options.evidence.empty() ? path_beside(options, ".evidence") : options.evidence;
    place.key_file = key_file_of(options, place.folder);
    if (!place.folder.empty()) return place;
    report({unusable("--evidence", "", "name a folder").value()}, context);
    return std::nullopt;
}

std::unique_ptr<app::Blobs> open_blobs(const StoreOptions& options, Context& context) {
    const auto place = evidence_place(options, context);
    if (!place) return nullptr;
    auto blobs = value_or_report(context.surroundings.open_blobs(*place), context);
    return blobs ? std::move(*blobs) : nullptr;
}

std::string path_beside(const StoreOptions& options, std::string_view suffix) {
    if (!options.db.starts_with(sqlite_scheme)) return {};
    return options.db.substr(sqlite_scheme.size()) + std::string(suffix);
}

Result<cycle::Actor> parse_actor(const std::string& text) {
    const std::size_t first = text.find(':');
    const std::size_t second = first == text.npos ? text.npos : text.find(':', first + 1);
    const auto as = first == text.npos
                        ? std::nullopt
                        : cycle::capacity_named(text.substr(first + 1, second - first - 1));
    if (!as) return unusable("--as", text, "PERSON:ROLE:OF");
    return cycle::Actor{text.substr(0, first), *as,
                        second == text.npos ? std::string() : text.substr(second + 1)};
}

Result<ledger::Head> parse_head(const std::string& text) {
    ledger::Head head;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, head.seq);
    const bool has_seq = error == std::errc{} && stop != end && *stop == ':' && head.seq > 0;
    const auto hash = has_seq ? ledger::parse_digest({stop + 1, end}) : std::nullopt;
    if (!hash) return unusable("--known", text, "SEQ:HASH");
    head.hash = *hash;
    return head;
}

std::string print_head(const ledger::Head& head) {
    return std::to_string(head.seq) + ':' + ledger::print_digest(head.hash);
}

std::string check_day(const std::string& text) {
    return ledger::parse_date(text) ? std::string() : "a day is written 2021-06-30";
}

ledger::Date day_or_today(const std::string& text, const Context& context) {
    if (!text.empty()) return *ledger::parse_date(text);
    return app::day_of(context.surroundings.clock->now());
}

}  // namespace heng::cli
