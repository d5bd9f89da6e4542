#pragma once
/// @file
/// What people hand in with an act: named fields of declared kinds. The fields of an act are the
/// body of its event, so that nothing is said twice and every event can be read like its command.
#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/cycle/ids.hpp"
#include "core/ledger/canonical.hpp"
#include "core/ledger/hash.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace heng::act {

enum class Kind {
    text,     ///< 1 to 4,000 characters, not blank; of control characters, \n, \r and \t only.
    id,       ///< A name in the register or the scheme: 1 to 128 bytes, no control characters.
    decimal,  ///< Decimal text.
    whole,    ///< A whole number.
    flag,     ///< true or false.
    date,     ///< 2021-06-30.
    record,   ///< The number of the event that made a record, from 1.
    digests,  ///< Evidence: hashes of 64 hexadecimal digits; at least one where it must be given.
    texts,    ///< A list of texts.
    choice,   ///< One of `choices`.
    rows,     ///< A list of objects with the fields `row`; at least one where it must be given.
    scheme,   ///< The files of a scheme: names → their content as a tree of texts.
};

enum class Need { required, optional };

struct Field {
    std::string_view name;  ///< The key in the body.
    Kind kind;
    Need need;
    std::string_view zh;
    std::string_view en;
    std::span<const std::string_view> choices = {};
    std::span<const Field> row = {};
};

/// Typed access to a body that has passed `check_fields`, or came from the ledger. Asking for a
/// field that is not there, or by the wrong kind, is a bug.
class Fields {
public:
    explicit Fields(const ledger::Object& body) : body_(&body) {}

    const ledger::Object& body() const { return *body_; }
    bool has(std::string_view name) const { return body_->find(name) != nullptr; }

    const std::string& text(std::string_view name) const;
    Decimal decimal(std::string_view name) const;
    std::int64_t whole(std::string_view name) const;
    bool flag(std::string_view name) const;
    cycle::Date date(std::string_view name) const;
    template <class Of>
    cycle::Id<Of> record(std::string_view name) const {
        return {whole(name)};
    }
    std::vector<Fields> rows(std::string_view name) const;

    /// These give nothing, or an empty value, where the field is absent.
    std::string text_or_empty(std::string_view name) const;
    std::optional<Decimal> optional_decimal(std::string_view name) const;
    std::optional<cycle::Date> optional_date(std::string_view name) const;
    bool flag_or_false(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::vector<ledger::Digest> digests(std::string_view name) const;

private:
    const ledger::Object* body_;
};

/// Everything that is wrong with the shape of `body`, in the order of `fields`:
///   - `field_missing`, `field_unknown`
///   - `field_malformed`        not of its kind
///   - `field_choice_unknown`   none of the choices
Issues check_fields(std::span<const Field> fields, const ledger::Object& body);

/// The identifier of a kind, for the reference page and messages.
std::string_view name(Kind kind);

/// Fields that many acts have.
inline constexpr Field year_field{"year", Kind::whole, Need::required, "年度", "Year"};
inline constexpr Field unit_field{"unit", Kind::id, Need::required, "考核对象", "Unit"};
inline constexpr Field reason_field{"reason", Kind::text, Need::required, "理由", "Reason"};
inline constexpr Field evidence_field{"evidence", Kind::digests, Need::optional, "佐证",
                                      "Evidence"};
/// Of acts that rest on a document.
inline constexpr Field proof_field{"evidence", Kind::digests, Need::required, "佐证", "Evidence"};
inline constexpr Field note_field{"note", Kind::text, Need::optional, "说明", "Note"};

}  // namespace heng::act
