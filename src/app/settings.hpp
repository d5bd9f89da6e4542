#pragma once
/// @file
/// The settings of a server: one table of what there is, read from the command line, the
/// environment and heng.yaml, and checked as a whole. docs/operate/settings.md is printed from it.
#include "core/base/result.hpp"
#include "core/report/document.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::app {

enum class PasswordHash { argon2id, pbkdf2_sm3 };
enum class LogLevel { debug, info, warning, error };
enum class LogFormat { json, text };
/// How a connection to a mail server is encrypted.
enum class MailTls { none, starttls, tls };

/// What each means stands in the table, and in docs/operate/settings.md.
struct Settings {
    std::string server_address;
    int server_port = 0;
    std::string server_public_url;
    int server_io_threads = 0;  ///< 0: one a processor.
    int server_workers = 0;     ///< 0: sixteen a processor.
    std::vector<std::string> server_proxies;
    std::vector<std::string> server_admin_addresses;  ///< Empty: any.
    std::vector<std::string> server_metrics_addresses;
    std::string tls_certificate;
    std::string tls_key;
    std::string data_folder;
    std::string data_db;           ///< As written; `database()` says which one it is.
    std::string data_evidence;     ///< As written; `evidence()` says which folder it is.
    std::string data_key_file;     ///< As written; `key_file()` says which file it is.
    std::string data_signing_key;  ///< As written; `signing_key()` says which file it is.
    std::string data_backups;      ///< As written; `backups()` says which folder it is.
    std::string evidence_scanner;  ///< Empty: none.
    std::string papers_template;   ///< Empty: GB/T 9704-2012 as it stands.
    int session_idle_minutes = 0;
    int session_hours = 0;
    PasswordHash password_hash = PasswordHash::argon2id;
    std::string oidc_issuer;  ///< Empty: nobody signs in by an identity provider.
    std::string oidc_client_id;
    std::string oidc_client_secret_file;
    std::string oidc_claim;
    std::string oidc_ca_file;  ///< Empty: the certificates that this machine trusts.
    LogLevel log_level = LogLevel::info;
    LogFormat log_format = LogFormat::json;
    std::string log_file;  ///< Empty: the error output.
    std::string smtp_host;
    int smtp_port = 0;
    std::string smtp_user;
    std::string smtp_password_file;
    std::string smtp_from;
    MailTls smtp_tls = MailTls::starttls;
    std::string webhook_url;
    std::vector<std::string> notice_hosts;  ///< Lower case.
    int upload_mib = 0;
    bool is_demo = false;
    std::string demo_day;  ///< Empty: today.

    bool has_tls() const { return !tls_certificate.empty(); }
    /// Where the store is: data.db, or heng.db in the data folder.
    std::string database() const;
    /// The folder of evidence: data.evidence, or where `heng demo` puts it.
    std::string evidence() const;
    /// The key that what is secret in the store is encrypted with.
    std::string key_file() const;
    /// The office's private key, which signs bundles.
    std::string signing_key() const;
    /// The folder in which the system administrator has backups made.
    std::string backups() const;
};

/// Where a setting goes, and what its text must be. `expected` is the same in every language.
struct TextSlot {
    std::string Settings::*at;
    std::string_view expected;
    bool (*fits)(std::string_view);
};
struct NumberSlot {
    int Settings::*at;
    int min;
    int max;
};
struct FlagSlot {
    bool Settings::*at;
};
/// Texts, as a list of YAML or separated by commas.
struct ListSlot {
    std::vector<std::string> Settings::*at;
    std::string_view expected;
    bool (*fits)(std::string_view);
};
struct ChoiceSlot {
    std::span<const std::string_view> words;
    void (*put)(Settings&, std::size_t);  ///< The number of the word.
};
using SettingSlot = std::variant<TextSlot, NumberSlot, FlagSlot, ListSlot, ChoiceSlot>;

struct SettingEntry {
    std::string_view name;        ///< server.address: its place in heng.yaml.
    std::string_view short_flag;  ///< --address, or empty.
    SettingSlot slot;
    std::string_view usual;  ///< Its text where nothing is set; it fits the slot.
    std::string_view zh;
    std::string_view en;
    bool is_secret = false;  ///< It may carry a password: no message repeats it.
};

/// Every setting, by section.
std::span<const SettingEntry> setting_table();

/// --server-address
std::string flag_of(const SettingEntry& entry);
/// HENG_SERVER_ADDRESS
std::string variable_of(const SettingEntry& entry);
/// What its text must be, the same in every language: 1..65535, json | text, …
std::string expected_of(const SettingEntry& entry);

/// One setting as it was found somewhere.
struct GivenSetting {
    std::string written;  ///< --address, HENG_SERVER_ADDRESS or server.address.
    std::string text;
    Place place;
    bool is_empty = false;  ///< Named in the file and left empty: the usual value holds.
    bool is_list = false;   ///< `text` are items separated by commas.
};

/// Earlier ones win: flag, then environment, then file, then the usual value.
struct SettingSources {
    std::vector<GivenSetting> flags;
    std::vector<GivenSetting> environment;
    std::vector<GivenSetting> file;
};

/// Those of the variables, each NAME=VALUE, that begin with HENG_. HENG_GOLDEN and
/// HENG_FUZZ_SECONDS, which belong to the tests, are left out.
std::vector<GivenSetting> settings_in_environment(const std::vector<std::string>& variables);

/// The settings, or everything that is wrong with them, each with its place:
///   - `setting_unknown`   no setting of this name, with the nearest that there is;
///   - `key_duplicate`     one source names it twice;
///   - `setting_unusable`  its text is not what is expected.
/// What a source says is checked even where another source wins. `check` is not part of it.
[[nodiscard]] Checked<Settings> read_settings(const SettingSources& sources);

/// What does not go together, as `settings_conflict`; nothing if all is well. Whether files and
/// folders are there is not its business.
///   - plain HTTP stays on loopback (ASVS 9.1.1), and so does the demonstration;
///   - notices go to allowed hosts only (ASVS 5.2.6), passwords only over encrypted lines;
///   - an identity provider is asked over TLS, and knows where to send people back.
Issues check(const Settings& settings);

/// docs/operate/settings.md
report::Document settings_reference();

}  // namespace heng::app
