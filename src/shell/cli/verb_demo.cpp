/// @file
/// `heng demo`: makes a store with a whole year of a made-up city, to look at and to try things on.
#include "app/blob_rules.hpp"
#include "app/demo/accounts.hpp"
#include "app/demo/demo.hpp"
#include "shell/cli/account_options.hpp"

#include <array>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

using app::demo::Account;

struct DemoOptions {
    std::string folder;
    std::string until;
    std::string scheme;
    std::uint64_t seed = app::demo::usual_seed;
};

/// The files of the demonstration in its folder.
struct DemoFiles {
    std::filesystem::path db;
    std::string address() const { return "sqlite:" + db.string(); }
    std::filesystem::path key() const { return db.string() + ".key.pem"; }
    std::filesystem::path vault() const { return db.string() + ".vault.key"; }
    std::string evidence() const { return db.string() + ".evidence"; }
};

std::optional<DemoFiles> make_folder(const DemoOptions& options, Context& context) {
    std::error_code failed;
    std::filesystem::create_directories(options.folder, failed);
    DemoFiles files{std::filesystem::path(options.folder) / "heng.db"};
    if (failed) {
        report({{Code::file_unwritable, {}, {options.folder}}}, context);
        return std::nullopt;
    }
    if (std::filesystem::exists(files.db, failed)) {
        report({{Code::record_exists, {}, {"台账", "store", files.db.string()}}}, context);
        return std::nullopt;
    }
    return files;
}

std::optional<app::demo::Story> read_story(const DemoOptions& options, Context& context) {
    std::filesystem::path folder = options.scheme;
    if (folder.empty()) folder = context.surroundings.schemes / "demo-city";
    return value_or_report(app::demo::read_story(context.formats, folder), context);
}

/// Plays in memory, then writes it all: an act on disk at a time would take minutes.
std::optional<Account> play(const DemoOptions& options, const app::demo::Story& story,
                            const DemoFiles& files, Context& context) {
    const app::Surroundings& world = context.surroundings;
    const auto key =
        world.open_secrets(files.vault(), app::Opening::may_create, app::PasswordHash::argon2id);
    if (!key) {
        report({key.error()}, context);
        return std::nullopt;
    }
    const auto evidence =
        value_or_report(world.open_blobs({files.evidence(), files.vault().string()}), context);
    const auto boxes =
        value_or_report(world.open_boxes(files.address(), app::Opening::may_create), context);
    const auto store =
        value_or_report(world.open_store(files.address(), app::Opening::may_create), context);
    if (!evidence || !boxes || !store) return std::nullopt;
    const auto trial = world.make_trial_store();
    app::demo::PlayOptions how;
    how.seed = options.seed;
    if (!options.until.empty()) how.until = ledger::parse_date(options.until);
    auto account = value_or_report(
        app::demo::play_year(
            {*trial, **boxes, **evidence, world.readers, context.formats.scheme_files}, story, how),
        context);
    if (!account) return std::nullopt;
    const auto copied = app::demo::copy_ledger(*trial, **store);
    if (copied) return account;
    report({copied.error()}, context);
    return std::nullopt;
}

/// How far the year has come, in words; `stages` has them in the order of the stages.
std::string_view stage_in_words(const cycle::Cycle* cycle, Language language) {
    constexpr std::array<std::array<std::string_view, 2>, 7> stages{
        {{"指标拟定", "drafting the indicators"},
         {"指标施行", "indicators in force"},
         {"年终考核", "year-end assessment"},
         {"等次评定", "grading"},
         {"结果已公布", "result published"},
         {"年度已关闭", "year closed"},
         {"年度已归档", "year archived"}}};
    constexpr std::array<std::string_view, 2> none{"年度尚未启动", "year not opened"};
    const auto& words = cycle == nullptr ? none : stages[static_cast<std::size_t>(cycle->stage)];
    return words[language == Language::zh ? 0 : 1];
}

void print_account(const Account& account, std::size_t accounts, const DemoFiles& files,
                   Context& context) {
    const bool zh = context.language == Language::zh;
    std::ostream& out = context.streams.out;
    const auto line = [&](const char* chinese, const char* english, const auto& value) {
        out << "  " << (zh ? chinese : english) << (zh ? "：" : ": ") << value << '\n';
    };
    const cycle::Cycle* const cycle = account.state.find_cycle(app::demo::year);
    out << (zh ? "演示城市已推演到 " : "the made-up city was played up to ")
        << ledger::print_date(account.last_day) << (zh ? "，" : ", ")
        << stage_in_words(cycle, context.language) << '\n';
    line("考核对象", "units", account.state.units_and_people.units.size());
    line("人员", "people", account.state.units_and_people.people.size());
    line("演示账号", "demo accounts", accounts);
    line("演示口令", "their password", app::demo::demo_password);
    line("事件", "events", account.head.seq);
    line("扣分记录", "findings", cycle == nullptr ? 0 : cycle->findings.all.size());
    line("异议", "objections", account.times({"object_to_finding"}));
    line("提醒", "reminders", account.times({"remind"}));
    line("督办", "supervisions", account.times({"order_supervision"}));
    line("半年自查", "half-year self-checks", account.times({"submit_self_check"}));
    line("签认的任务评分表", "signed task sheets", account.times({"sign_sheet"}));
    line("复核和申诉", "rechecks and appeals", account.times({"request_recheck", "appeal"}));
    line("书面说明", "explanations", account.times({"file_explanation"}));
    line("公布的结果版本", "versions of the result",
         cycle == nullptr ? 0 : cycle->grading.versions.size());
    line("链头", "head", print_head(account.head));
    const std::string db = "--db " + files.address();
    out << (zh ? "接下来可以：" : "next:") << '\n'
        << "  heng show " << db << " --year 2021 --standing\n"
        << "  heng show " << db << " --year 2021 --unit D13\n"
        << "  heng account list " << db << '\n'
        << "  heng verify " << db << '\n'
        << "  heng bundle " << db << " --out " << (files.db.parent_path() / "demo.heng").string()
        << '\n';
}

/// One for each person, with the password that is documented.
/// @returns how many, or nothing after what is wrong has been reported.
std::optional<std::size_t> make_accounts(const Account& account, const DemoFiles& files,
                                         Context& context) {
    StoreOptions store;
    store.db = files.address();
    const auto accounts =
        OpenAccounts::open(store, files.vault().string(), app::Opening::may_create, context);
    if (!accounts) return std::nullopt;
    const auto wanted = app::demo::accounts_of(account.state.units_and_people);
    const auto made =
        accounts->administration().create_demo(app::demo::tenant, wanted, app::demo::demo_password);
    if (made) return wanted.size();
    report({made.error()}, context);
    return std::nullopt;
}

/// Takes the files back unless all was done.
class Unfinished {
public:
    Unfinished(const DemoFiles& files, const app::Surroundings& world)
        : files_(files), world_(world) {}
    ~Unfinished() {
        if (is_done_) return;
        world_.remove_file(files_.db);
        world_.remove_file(files_.key());
        world_.remove_file(files_.vault());
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    void finish() { is_done_ = true; }

private:
    const DemoFiles& files_;
    const app::Surroundings& world_;
    bool is_done_ = false;
};

void demo(const DemoOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    const auto story = read_story(options, context);
    const auto files = story ? make_folder(options, context) : std::nullopt;
    if (!files) return;
    const auto key = value_or_report(world.signing.make_key(), context);
    if (!key) return;
    if (const auto written = world.write_secret(files->key(), *key); !written)
        return report({written.error()}, context);
    Unfinished unfinished(*files, world);
    const auto account = play(options, *story, *files, context);
    const auto accounts = account ? make_accounts(*account, *files, context) : std::nullopt;
    if (!accounts) return;
    unfinished.finish();
    print_account(*account, *accounts, *files, context);
}

}  // namespace

void add_demo(CLI::App& program, Context& context) {
    auto options = std::make_shared<DemoOptions>();
    CLI::App* verb = program.add_subcommand(
        "demo",
        "推演一个虚构城市的考核年度，供试用\nPlay a year of a made-up city, to try things on");
    verb->add_option("--dir", options->folder,
                     "在此目录建立存储 heng.db\nfolder to make the store in, as heng.db")
        ->required();
    verb->add_option("--until", options->until,
                     "推演到哪一天，默认全年\nthe last day to play; by default the whole year")
        ->check(check_day);
    verb->add_option("--seed", options->seed,
                     "另一个数即另一种经过\nanother number makes another course of events")
        ->capture_default_str();
    verb->add_option(
        "--scheme", options->scheme,
        "方案及其年度数据的目录，代替随附的 demo-city\nfolder of the scheme and its year, "
        "in place of the shipped demo-city");
    verb->callback([options, &context] { demo(*options, context); });
}

}  // namespace heng::cli
