#pragma once
/// @file
/// Refusals and failures: a closed code, where it happened, and the words that fill its message.
/// The catalogue gives every code its texts, remedy and exit status; docs/errors.md is printed from
/// it.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng {

enum class Language { zh, en };
enum class Severity { error, warning };

/// Every refusal and warning of the program. Each has one entry in the catalogue.
enum class Code {
    // Reading files
    file_unreadable,
    file_unwritable,
    text_not_utf8,
    yaml_syntax,
    yaml_too_large,
    key_missing,
    key_unknown,
    key_duplicate,
    value_not_text,
    value_not_list,
    value_not_mapping,
    value_not_decimal,
    value_not_whole,
    value_not_flag,
    value_unknown,
    // A scheme that cannot be used
    id_duplicate,
    table_sum_differs,
    category_sum_differs,
    points_not_positive,
    body_unknown,
    domain_unknown,
    citation_dangling,
    domain_without_table,
    domain_table_repeated,
    indicators_sum_over,
    composition_sum_differs,
    quota_out_of_range,
    share_out_of_range,
    percent_out_of_range,
    branch_without_points,
    branch_points_needless,
    branch_range_inverted,
    branch_step_missing,
    branch_step_needless,
    branch_percent_inexact,
    branch_level_missing,
    cap_not_positive,
    reference_needless,
    reading_differs,
    override_needless,
    // A scheme that can be used, and what its regulation leaves open
    task_overdrawn,
    task_flat_overdrawn,
    counting_unit_missing,
    counting_items_unlisted,
    threshold_without_figure,
    reference_without_figure,
    clauses_overlap,
    task_without_clauses,
    assessor_not_in_article,
    assessor_not_in_task,
    source_incomplete,
    indicators_sum_short,
    reading_overridden,
    reading_doubtful,
    quota_without_place,
    // Tables of units, findings and decisions
    csv_header_missing,
    csv_header_duplicate,
    csv_fields_differ,
    csv_quote_open,
    csv_empty,
    column_unknown,
    unit_empty,
    unit_unknown,
    unit_duplicate,
    branch_unknown,
    branch_not_in_domain,
    value_out_of_range,
    flag_unknown,
    status_unknown,
    date_unknown,
    review_out_of_range,
    domain_without_units,
    grade_unknown,
    decision_without_reason,
    decision_above_bar,
    decision_over_quota,
    finding_text_malformed,
    finding_absent,
    json_malformed,
    // Ledger and stores
    canonical_malformed,
    canonical_too_large,
    canonical_too_deep,
    event_field_unusable,
    event_malformed,
    event_changed,
    event_missing,
    event_reordered,
    event_inserted,
    event_of_other_tenant,
    algorithm_differs,
    algorithm_unavailable,
    ledger_truncated,
    ledger_rewritten,
    ledger_absent,
    ledger_head_moved,
    ledger_outcome_unknown,
    store_unreachable,
    store_failed,
    store_busy,
    store_full,
    store_schema_newer,
    store_encoding_differs,
    blob_too_large,
    blob_type_refused,
    blob_absent,
    blob_changed,
    blob_infected,
    scanner_unusable,
    // Acts
    act_unknown,
    field_missing,
    field_unknown,
    field_malformed,
    field_choice_unknown,
    cycle_unknown,
    cycle_stage_unfit,
    capacity_absent,
    act_not_permitted,
    view_not_permitted,
    recusal,
    second_person_needed,
    record_unknown,
    record_exists,
    record_stage_unfit,
    edition_absent,
    window_closed,
    too_early,
    already_founded,
    role_not_of_body,
    administrators_not_separate,
    administrator_last,
    // Indicators and the turn of the year
    draft_superseded,
    scheme_of_other_year,
    scheme_unchanged,
    findings_disturbed,
    matter_open,
    // Year-end and review
    sheet_findings_open,
    sheet_settled,
    sheet_outdated,
    weights_sum_differs,
    ballot_codes_unfit,
    ballot_too_small,
    ballot_uncounted,
    count_unfit,
    count_differs,
    vote_incomplete,
    ballot_code_unknown,
    ballot_code_used,
    ballot_closed,
    // Monitoring and half-year
    date_before,
    task_not_covered,
    // Grading and what follows
    sheet_open,
    circumstance_open,
    review_missing,
    proposal_outdated,
    question_open,
    decision_without_ground,
    ruling_unfit,
    explanation_not_owed,
    // Server
    address_unusable,
    certificate_unusable,
    request_malformed,
    resource_unknown,
    method_not_allowed,
    body_too_large,
    body_type_refused,
    header_too_large,
    request_too_slow,
    origin_refused,
    address_refused,
    idempotency_key_missing,
    idempotency_key_reused,
    version_stale,
    cursor_unknown,
    rate_exceeded,
    internal_error,
    sign_in_needed,
    sign_in_refused,
    account_locked,
    account_unknown,
    account_exists,
    account_name_unusable,
    password_weak,
    password_change_needed,
    second_factor_needed,
    second_factor_absent,
    second_factor_present,
    token_scope_missing,
    identity_provider_unusable,
    identity_refused,
    identity_unlinked,
    sign_in_expired,
    clearance_missing,
    vault_key_unusable,
    vault_text_damaged,
    setting_unknown,
    setting_unusable,
    settings_conflict,
    notice_refused,
    notice_host_refused,
    // Over a store
    argument_unusable,
    store_address_unknown,
    store_not_empty,
    tenant_unclear,
    key_unusable,
    bundle_malformed,
    bundle_part_differs,
    bundle_signature_wrong,
    bundle_result_differs,
    backup_malformed,
    backup_under_way,
    // Tables in, papers out
    working_day_unusable,
    office_file_malformed,
    office_file_refused,
    office_file_too_large,
    import_kind_unknown,
    import_table_absent,
    import_column_missing,
    import_cell_unusable,
    import_points_unread,
    import_clause_unread,
    import_text_unplaced,
    import_order_doubtful,
    import_number_missing,
    import_assessor_missing,
    import_points_differ,
    document_kind_unknown,
    document_number_unfit,
    document_recipient_unfit,
    document_absent,
    document_template_unfit,
    document_glyph_missing,
};

/// Where something is wrong: a file with its line and column, counted from 1, or 0 where there is
/// none.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string item;  ///< What stands there, in the reader's words: a clause, a column, a field.
    bool operator==(const Place&) const = default;
};

struct Error {
    Code code;
    Place place;
    std::vector<std::string> args;  ///< Fill {0}, {1}, … of the message.
    bool operator==(const Error&) const = default;
};

/// All that was found wrong, in the order of the files read.
using Issues = std::vector<Error>;

struct CatalogueEntry {
    Code code;
    std::string_view id;
    Severity severity;
    std::string_view zh;
    std::string_view remedy_zh;
    std::string_view en;
    std::string_view remedy_en;
};

/// One entry for each code, in the order of `Code`.
std::span<const CatalogueEntry> catalogue();
const CatalogueEntry& entry(Code code);

inline Severity severity(const Error& error) {
    return entry(error.code).severity;
}
bool has_errors(const Issues& issues);

/// The message alone, its places filled.
std::string message(const Error& error, Language language);
std::string remedy(const Error& error, Language language);
/// `file:line:column`, as much of it as is known, then the item.
std::string print(const Place& place);

}  // namespace heng
