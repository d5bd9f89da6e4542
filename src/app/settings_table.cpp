/// @file
/// The table of the settings. A new setting is a member of `Settings` and a row here; the page, the
/// flags and the variables follow.
#include "app/settings.hpp"

#include "app/network.hpp"
#include "app/url.hpp"
#include "core/base/text.hpp"
#include "core/ledger/time_text.hpp"

#include <algorithm>
#include <array>

namespace heng::app {

namespace {

using S = Settings;

/// Without control characters, which no path, host or user needs.
bool is_line(std::string_view text) {
    const auto fits = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; };
    return !find_invalid_utf8(text) && std::all_of(text.begin(), text.end(), fits);
}

bool is_filled_line(std::string_view text) {
    return is_line(text) && !is_blank(text);
}

bool is_store(std::string_view text) {
    constexpr std::string_view sqlite = "sqlite:";
    if (text.empty()) return true;
    if (!is_line(text)) return false;
    return (text.starts_with(sqlite) && text.size() > sqlite.size()) ||
           text.starts_with("postgresql://") || text.starts_with("postgres://");
}

bool is_url(std::string_view text) {
    return text.empty() || parse_url(text);
}

/// Of the server as people write it: nothing behind the host.
bool is_origin(std::string_view text) {
    const auto url = parse_url(text);
    return text.empty() || (url && url->path == "/");
}

/// An issuer is compared letter by letter, and its documents are found below it.
bool is_issuer(std::string_view text) {
    return text.empty() || (parse_url(text) && text.find('?') == text.npos);
}

bool is_day(std::string_view text) {
    return text.empty() || ledger::parse_date(text).has_value();
}

bool is_optional_host(std::string_view text) {
    return text.empty() || is_host(text);
}

bool is_optional_mailbox(std::string_view text) {
    return text.empty() || is_mailbox(text);
}

constexpr std::array<std::string_view, 2> hash_words{"argon2id", "pbkdf2-sm3"};
constexpr std::array<std::string_view, 4> level_words{"debug", "info", "warning", "error"};
constexpr std::array<std::string_view, 2> format_words{"json", "text"};
constexpr std::array<std::string_view, 3> mail_tls_words{"none", "starttls", "tls"};

/// The words stand in the order of the enumeration.
template <auto member>
void put_choice(Settings& settings, std::size_t number) {
    auto& at = settings.*member;
    at = static_cast<std::remove_reference_t<decltype(at)>>(number);
}

constexpr TextSlot path(std::string Settings::*at) {
    return {at, "PATH", is_line};
}

constexpr auto table = std::to_array<SettingEntry>({
    // clang-format off
    {"server.address", "--address", TextSlot{&S::server_address, "IP", is_ip_address}, "127.0.0.1",
     "监听的 IP 地址。其他机器要能访问，须有 TLS 证书，或在反向代理之后并写明 server.public_url",
     "The IP address to listen on. For other machines to reach it, TLS files are needed, or a proxy and server.public_url"},
    {"server.port", "--port", NumberSlot{&S::server_port, 0, 65535}, "8080",
     "监听的端口；0 为任一空闲端口", "The port to listen on; 0 for any that is free"},
    {"server.public_url", "", TextSlot{&S::server_public_url, "https://HOST[:PORT]", is_origin}, "",
     "用户浏览器中的地址；只接受来自该地址的写操作", "The address as people's browsers have it; writes are accepted from there only"},
    {"server.io_threads", "", NumberSlot{&S::server_io_threads, 0, 64}, "0",
     "收发数据的线程数；0 为每颗处理器一个", "Threads that read and write connections; 0 for one a processor"},
    {"server.workers", "", NumberSlot{&S::server_workers, 0, 256}, "0",
     "处理请求的线程数，多为等待存储；0 为每颗处理器十六个", "Threads that answer requests, most of which wait for the store; 0 for sixteen a processor"},
    {"server.proxies", "", ListSlot{&S::server_proxies, "IP[/BITS], …", is_network}, "",
     "前置反向代理的地址；只有来自这些地址的 X-Forwarded-For 才采信", "The addresses of proxies in front, whose X-Forwarded-For is believed"},
    {"server.admin_addresses", "", ListSlot{&S::server_admin_addresses, "IP[/BITS], …", is_network}, "",
     "三员账号只能从这些地址使用（SEC-5）；不设则不限", "Where the three administrators may work from (SEC-5); without it anywhere"},
    {"server.metrics_addresses", "", ListSlot{&S::server_metrics_addresses, "IP[/BITS], …", is_network}, "127.0.0.0/8, ::1",
     "哪些地址可读取 /metrics 运行指标", "Who may read /metrics"},
    {"tls.certificate", "", TextSlot{path(&S::tls_certificate)}, "",
     "证书链文件（PEM）；与 tls.key 一并设置即启用 TLS", "The file of the certificate chain (PEM); with tls.key it turns TLS on"},
    {"tls.key", "", TextSlot{path(&S::tls_key)}, "",
     "证书私钥文件（PEM）", "The file of the certificate's private key (PEM)"},
    {"data.folder", "--data", TextSlot{&S::data_folder, "PATH", is_filled_line}, "heng-data",
     "数据目录", "The folder of the data"},
    {"data.db", "--db", TextSlot{&S::data_db, "sqlite:PATH, postgresql://…", is_store}, "",
     "存储；默认为数据目录中的 heng.db", "The store; by default heng.db in the data folder", true},
    {"data.evidence", "--evidence", TextSlot{path(&S::data_evidence)}, "",
     "佐证材料目录；默认为 SQLite 文件旁的 heng.db.evidence", "The folder of the evidence; by default heng.db.evidence beside the SQLite file"},
    {"data.key_file", "", TextSlot{path(&S::data_key_file)}, "",
     "加密个人信息、口令种子的密钥文件；默认为 SQLite 文件旁的 heng.db.vault.key。请与数据分开备份",
     "The file of the key that personal data and seeds are encrypted with; by default heng.db.vault.key beside the SQLite file. Back it up apart from the data"},
    {"data.signing_key", "", TextSlot{path(&S::data_signing_key)}, "",
     "市考核办签署存证包的私钥文件；默认为 SQLite 文件旁的 heng.db.key.pem",
     "The file of the office's private key that signs bundles; by default heng.db.key.pem beside the SQLite file"},
    {"data.backups", "", TextSlot{path(&S::data_backups)}, "",
     "系统管理员所作备份的目录；默认为 SQLite 文件旁的 heng.db.backups。请另存到其他设备",
     "The folder of the backups that the system administrator makes; by default heng.db.backups beside the SQLite file. Copy them to another device"},
    {"evidence.scanner", "", TextSlot{path(&S::evidence_scanner)}, "",
     "查毒程序（clamd）的本机套接字；佐证材料先查毒、后保存；默认不查毒",
     "The socket of a virus scanner (clamd) on this machine, which is shown all evidence before it is kept; by default none"},
    {"papers.template", "", TextSlot{path(&S::papers_template)}, "",
     "文书模板文件（页边距、字体、机关代字等）；默认为国家标准", "The file of the template of papers (margins, fonts, issuers); by default the national standard"},
    {"session.idle_minutes", "", NumberSlot{&S::session_idle_minutes, 5, 120}, "30",
     "无操作多少分钟后退出登录（SEC-3）", "Minutes without a request after which a session ends (SEC-3)"},
    {"session.hours", "", NumberSlot{&S::session_hours, 1, 24}, "12",
     "登录后最长保持多少小时", "Hours after which a session ends in any case"},
    {"password.hash", "", ChoiceSlot{hash_words, put_choice<&S::password_hash>}, "argon2id",
     "口令的存储方式；需通过密评的，用 pbkdf2-sm3（CRY-3）", "How passwords are stored; pbkdf2-sm3 where an assessment of cryptography is due (CRY-3)"},
    {"oidc.issuer", "", TextSlot{&S::oidc_issuer, "https://HOST[:PORT][/PATH]", is_issuer}, "",
     "统一身份认证（OpenID Connect）的签发者地址；不设则只用口令登录", "The issuer of the identity provider (OpenID Connect); without it people sign in by password alone"},
    {"oidc.client_id", "", TextSlot{&S::oidc_client_id, "ID", is_line}, "",
     "本系统在该认证平台登记的标识", "The name by which that provider knows this server"},
    {"oidc.client_secret_file", "", TextSlot{path(&S::oidc_client_secret_file)}, "",
     "存放登记密钥的文件；密钥本身不写在设置里", "The file with the secret that belongs to it, which itself is no setting"},
    {"oidc.claim", "", TextSlot{&S::oidc_claim, "CLAIM", is_filled_line}, "preferred_username",
     "哪一项声明与账号名相同；须是用户不能自行修改的", "The claim that holds the name of the account; people must not be able to change it themselves"},
    {"oidc.ca_file", "", TextSlot{path(&S::oidc_ca_file)}, "",
     "认证平台的根证书文件（PEM）；默认用本机信任的证书", "The file of certificates (PEM) that the provider's must come from; by default those that this machine trusts"},
    {"log.level", "", ChoiceSlot{level_words, put_choice<&S::log_level>}, "info",
     "从哪一级起记入日志", "From which level on records are logged"},
    {"log.format", "", ChoiceSlot{format_words, put_choice<&S::log_format>}, "json",
     "日志格式；两种都是一条记录一行", "The format of the log; one line a record in either"},
    {"log.file", "", TextSlot{path(&S::log_file)}, "",
     "日志文件；默认写到标准错误。收到 SIGHUP 即重新打开", "The file of the log; by default the error output. It is opened anew on SIGHUP"},
    {"notices.smtp.host", "", TextSlot{&S::smtp_host, "HOST", is_optional_host}, "",
     "邮件服务器；不设则不发邮件", "The mail server; without it no mail is sent"},
    {"notices.smtp.port", "", NumberSlot{&S::smtp_port, 1, 65535}, "587",
     "邮件服务器的端口", "The port of the mail server"},
    {"notices.smtp.user", "", TextSlot{&S::smtp_user, "USER", is_line}, "",
     "登录邮件服务器的用户", "The user at the mail server"},
    {"notices.smtp.password_file", "", TextSlot{path(&S::smtp_password_file)}, "",
     "存放该用户口令的文件；口令本身不写在设置里", "The file with that user's password, which itself is no setting"},
    {"notices.smtp.from", "", TextSlot{&S::smtp_from, "NAME@HOST", is_optional_mailbox}, "",
     "发件地址", "The address that mails come from"},
    {"notices.smtp.tls", "", ChoiceSlot{mail_tls_words, put_choice<&S::smtp_tls>}, "starttls",
     "与邮件服务器之间的加密", "How the line to the mail server is encrypted"},
    {"notices.webhook.url", "", TextSlot{&S::webhook_url, "https://HOST[:PORT]/PATH", is_url}, "",
     "把通知以 JSON 发往该地址；不设则不发", "Notices are posted there as JSON; without it none are", true},
    {"notices.hosts", "", ListSlot{&S::notice_hosts, "HOST, …", is_host}, "",
     "允许向哪些主机发送通知；内网地址须在此列出", "The hosts that notices may go to; private addresses must be listed here"},
    {"limits.upload_mib", "", NumberSlot{&S::upload_mib, 1, 4096}, "100",
     "单个上传文件的上限，MiB", "The size that one uploaded file may have, in MiB"},
    {"demo", "", FlagSlot{&S::is_demo}, "false", "演示：内置账号，仅限本机访问", "Demonstration: with known accounts, for this machine only"},
    {"demo_day", "", TextSlot{&S::demo_day, "YYYY-MM-DD", is_day}, "", "演示中的当日；默认为今天", "The day that it is in a demonstration; by default today"},
    // clang-format on
});

std::string spelled(std::string_view prefix, std::string_view name, char separator, bool is_upper) {
    std::string out(prefix);
    for (const char c : name) {
        if (c == '.' || c == '_')
            out += separator;
        else
            out += is_upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

struct Expected {
    std::string operator()(const TextSlot& slot) const { return std::string(slot.expected); }
    std::string operator()(const NumberSlot& slot) const {
        return std::to_string(slot.min) + ".." + std::to_string(slot.max);
    }
    std::string operator()(const FlagSlot&) const { return "true, false"; }
    std::string operator()(const ListSlot& slot) const { return std::string(slot.expected); }
    std::string operator()(const ChoiceSlot& slot) const {
        return join({slot.words.begin(), slot.words.end()}, ", ");
    }
};

}  // namespace

std::span<const SettingEntry> setting_table() {
    return table;
}

std::string flag_of(const SettingEntry& entry) {
    return spelled("--", entry.name, '-', false);
}

std::string variable_of(const SettingEntry& entry) {
    return spelled("HENG_", entry.name, '_', true);
}

std::string expected_of(const SettingEntry& entry) {
    return std::visit(Expected{}, entry.slot);
}

}  // namespace heng::app
