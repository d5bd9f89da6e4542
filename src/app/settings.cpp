#include "app/settings.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>

namespace heng::app {

namespace {

using Spelling = std::string (*)(const SettingEntry&);

std::string name_of(const SettingEntry& entry) {
    return std::string(entry.name);
}

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The pieces between commas, without the blanks around them; empty ones are kept.
std::vector<std::string> cut_list(std::string_view text) {
    std::vector<std::string> out;
    if (is_blank(text)) return out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        std::string_view piece = text.substr(at, end - at);
        while (piece.starts_with(' ')) piece.remove_prefix(1);
        while (piece.ends_with(' ')) piece.remove_suffix(1);
        out.emplace_back(piece);
        at = end + 1;
    }
    return out;
}

/// Puts a text where it belongs. Each gives whether the text fits.
struct Put {
    Settings& settings;
    const std::string& text;

    bool operator()(const TextSlot& slot) const {
        if (!slot.fits(text)) return false;
        settings.*slot.at = text;
        return true;
    }
    bool operator()(const NumberSlot& slot) const {
        int number = 0;
        const char* const end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, number);
        if (error != std::errc{} || stop != end || number < slot.min || number > slot.max)
            return false;
        settings.*slot.at = number;
        return true;
    }
    bool operator()(const FlagSlot& slot) const {
        if (text != "true" && text != "false") return false;
        settings.*slot.at = text == "true";
        return true;
    }
    bool operator()(const ListSlot& slot) const {
        std::vector<std::string> items = cut_list(lowered(text));
        if (!std::all_of(items.begin(), items.end(), slot.fits)) return false;
        settings.*slot.at = std::move(items);
        return true;
    }
    bool operator()(const ChoiceSlot& slot) const {
        const auto found = std::find(slot.words.begin(), slot.words.end(), text);
        if (found == slot.words.end()) return false;
        slot.put(settings, static_cast<std::size_t>(found - slot.words.begin()));
        return true;
    }
};

/// How many letters must be changed, added or removed to make one of the other.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

/// What a setting is called in this spelling; a flag may have two names.
std::vector<std::string> spellings(const SettingEntry& entry, Spelling spell) {
    std::vector<std::string> out{spell(entry)};
    if (spell == flag_of && !entry.short_flag.empty()) out.emplace_back(entry.short_flag);
    return out;
}

/// The name in this spelling that the beginning of `written` is most like.
std::string nearest(std::string_view written, Spelling spell) {
    constexpr std::size_t written_bytes_max = 128;
    std::string best;
    std::size_t best_distance = 0;
    for (const SettingEntry& entry : setting_table()) {
        for (const std::string& spelling : spellings(entry, spell)) {
            const std::size_t away = distance(written.substr(0, written_bytes_max), spelling);
            if (!best.empty() && away >= best_distance) continue;
            best = spelling;
            best_distance = away;
        }
    }
    return best;
}

const SettingEntry* find(std::string_view written, Spelling spell) {
    for (const SettingEntry& entry : setting_table()) {
        const auto names = spellings(entry, spell);
        if (std::find(names.begin(), names.end(), written) != names.end()) return &entry;
    }
    return nullptr;
}

/// What goes on while the sources are read, from the weakest to the strongest.
class Reader {
public:
    Reader() {
        for (const SettingEntry& entry : setting_table()) {
            const bool fits = std::visit(Put{settings_, std::string(entry.usual)}, entry.slot);
            INVARIANT(fits, "the usual value of a setting can be used");
        }
    }

    void read(const std::vector<GivenSetting>& source, Spelling spell) {
        std::set<const SettingEntry*> named;
        for (const GivenSetting& given : source) {
            const SettingEntry* const entry = find(given.written, spell);
            if (entry == nullptr)
                refuse_given(Code::setting_unknown, given,
                             {given.written, nearest(given.written, spell)});
            else if (!named.insert(entry).second)
                refuse_given(Code::key_duplicate, given, {given.written});
            else if (!given.is_empty)
                put(*entry, given);
        }
    }

    Checked<Settings> finish() {
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        return std::move(settings_);
    }

private:
    void refuse_given(Code code, const GivenSetting& given, std::vector<std::string> args) {
        issues_.push_back({code, given.place, std::move(args)});
    }

    void put(const SettingEntry& entry, const GivenSetting& given) {
        const bool may_be_list = std::holds_alternative<ListSlot>(entry.slot);
        if ((!given.is_list || may_be_list) && std::visit(Put{settings_, given.text}, entry.slot))
            return;
        refuse_given(Code::setting_unusable, given,
                     {given.written, entry.is_secret ? "***" : given.text, expected_of(entry)});
    }

    Settings settings_;
    Issues issues_;
};

std::string in_folder(const Settings& settings, std::string_view name) {
    const bool has_slash = settings.data_folder.ends_with('/');
    return settings.data_folder + (has_slash ? "" : "/") + std::string(name);
}

/// Where `heng init` and `heng demo` put it: beside an SQLite file, else in the data folder.
std::string beside_store(const Settings& settings, std::string_view suffix) {
    constexpr std::string_view sqlite = "sqlite:";
    const std::string database = settings.database();
    const bool is_file = database.starts_with(sqlite);
    return (is_file ? database.substr(sqlite.size()) : in_folder(settings, "heng.db")) +
           std::string(suffix);
}

}  // namespace

std::string Settings::database() const {
    return data_db.empty() ? "sqlite:" + in_folder(*this, "heng.db") : data_db;
}

std::string Settings::evidence() const {
    return data_evidence.empty() ? beside_store(*this, ".evidence") : data_evidence;
}

std::string Settings::key_file() const {
    return data_key_file.empty() ? beside_store(*this, ".vault.key") : data_key_file;
}

std::string Settings::signing_key() const {
    return data_signing_key.empty() ? beside_store(*this, ".key.pem") : data_signing_key;
}

std::string Settings::backups() const {
    return data_backups.empty() ? beside_store(*this, ".backups") : data_backups;
}

std::vector<GivenSetting> settings_in_environment(const std::vector<std::string>& variables) {
    constexpr std::array<std::string_view, 2> of_tests{"HENG_GOLDEN", "HENG_FUZZ_SECONDS"};
    std::vector<GivenSetting> out;
    for (const std::string& variable : variables) {
        const std::size_t end = std::min(variable.find('='), variable.size());
        const std::string name = variable.substr(0, end);
        const bool is_other = std::find(of_tests.begin(), of_tests.end(), name) != of_tests.end();
        if (!name.starts_with("HENG_") || is_other) continue;
        GivenSetting given;
        given.written = name;
        given.text = end < variable.size() ? variable.substr(end + 1) : std::string();
        given.place.item = name;
        out.push_back(std::move(given));
    }
    return out;
}

Checked<Settings> read_settings(const SettingSources& sources) {
    Reader reader;
    reader.read(sources.file, name_of);
    reader.read(sources.environment, variable_of);
    reader.read(sources.flags, flag_of);
    return reader.finish();
}

}  // namespace heng::app
