/// @file
/// `heng act`: does one act over a store, as the person named.
#include "app/ballot_desk.hpp"
#include "core/base/text.hpp"
#include "shell/cli/store_options.hpp"

#include <iterator>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ActOptions {
    StoreOptions store;
    std::string actor;
    std::string day;
    std::string act;
    std::string body = "{}";
    std::string scheme;
    bool rehearse = false;
};

/// The command, with the files of the scheme under the field that takes them.
std::optional<act::Command> read_command(const ActOptions& options, Context& context) {
    std::string text = options.body;
    if (text == "-") text.assign(std::istreambuf_iterator<char>(context.streams.in), {});
    auto body = value_or_report(context.surroundings.read_object(text), context);
    if (!body) return std::nullopt;
    act::Command command{options.act, std::move(*body)};
    if (options.scheme.empty()) return command;
    const auto scheme = value_or_report(context.formats.load_scheme(options.scheme), context);
    if (!scheme) return std::nullopt;
    const act::Act* const known = act::find_act(options.act);
    for (const act::Field& field : known == nullptr ? std::span<const act::Field>() : known->fields)
        if (field.kind == act::Kind::scheme && command.body.find(field.name) == nullptr)
            command.body.add(std::string(field.name), context.formats.scheme_files(*scheme));
    return command;
}

/// Where votes are cast online, their box is opened at the same address.
Checked<app::Receipt> perform_at(app::Desk& desk, const ActOptions& options,
                                 const cycle::Actor& actor, const act::Command& command,
                                 ledger::Date day, Context& context) {
    if (!app::concerns_box(command)) return desk.perform(actor, command, day);
    const auto boxes = context.surroundings.open_boxes(options.store.db, app::Opening::existing);
    if (!boxes) return tl::unexpected(Issues{boxes.error()});
    return app::perform_with_box(desk, **boxes, actor, command, day);
}

/// A finding that may be a fact recorded before is taken all the same; whoever records it is told.
void name_possible_duplicates(const app::Desk& desk, std::int64_t recorded, Context& context) {
    const auto found = desk.read([&](const app::Live& live) {
        std::vector<std::string> numbers;
        for (const auto& [number, year] : live.state.cycles) {
            const cycle::Finding* const finding = year.findings.find({recorded});
            if (finding == nullptr) continue;
            for (const cycle::FindingId id :
                 year.findings.possible_duplicates(finding->unit, finding->fact, finding->id))
                numbers.push_back(std::to_string(id.seq));
        }
        return numbers;
    });
    if (found.empty()) return;
    context.streams.err << (context.language == Language::zh ? "可能与已有扣分记录重复，请核对："
                                                             : "may repeat earlier findings: ")
                        << join(found, ", ") << '\n';
}

void perform(const ActOptions& options, Context& context) {
    const auto actor = value_or_report(parse_actor(options.actor), context);
    const auto command = read_command(options, context);
    if (!actor || !command) return;
    const auto opened = open_store(options.store, context);
    const auto desk = opened ? open_desk(*opened, context) : nullptr;
    if (!desk) return;
    const ledger::Date day = day_or_today(options.day, context);
    const bool zh = context.language == Language::zh;
    if (options.rehearse) {
        const auto drafts = value_or_report(desk->rehearse(*actor, *command, day), context);
        if (drafts)
            context.streams.out << (zh ? "可以办理，将记入事件数：" : "possible; events: ")
                                << drafts->size() << '\n';
        return;
    }
    const auto receipt =
        value_or_report(perform_at(*desk, options, *actor, *command, day, context), context);
    if (!receipt) return;
    context.streams.out << (zh ? "已记入，编号 " : "recorded as ") << receipt->seq
                        << (zh ? "，链头 " : ", head ") << print_head(receipt->head) << '\n';
    name_possible_duplicates(*desk, receipt->seq, context);
}

}  // namespace

void add_act(CLI::App& program, Context& context) {
    auto options = std::make_shared<ActOptions>();
    CLI::App* verb =
        program.add_subcommand("act", "以某人身份办理一项操作\nDo one act, as the person named");
    add_store_options(*verb, options->store);
    verb->add_option(
            "--as", options->actor,
            "人员:身份:单位，如 p1:office:市考核办\nPERSON:ROLE:OF, such as p1:office:市考核办")
        ->required();
    verb->add_option("--on", options->day,
                     "办理日期，默认当日\nthe day it happens on, by default today")
        ->check(check_day);
    verb->add_option("--scheme", options->scheme,
                     "随该操作提交的方案目录\nfolder of the scheme that the act hands in");
    verb->add_flag("--rehearse", options->rehearse,
                   "只预演能否办理\nonly say whether it is possible");
    verb->add_option("ACT", options->act,
                     "操作代号，如 enrol_unit\nid of the act, such as enrol_unit")
        ->required();
    verb->add_option(
        "JSON", options->body,
        "各项内容（JSON 对象）；- 为标准输入\nits fields as a JSON object; - for standard input");
    verb->callback([options, &context] { perform(*options, context); });
}

}  // namespace heng::cli
