#pragma once
/// @file
/// Security labels (SEC-7): what is shown carries one, whoever looks has a clearance, and nothing
/// is shown above it. State secrets have no label: they may not be on this system (SEC-16).
#include "core/act/act.hpp"
#include "core/act/reading.hpp"

#include <optional>
#include <string_view>

namespace heng::act {

/// In the order of what they ask for.
enum class Label {
    open,         ///< 公开
    internal,     ///< 内部
    work_secret,  ///< 工作秘密
};
/// `open`, …
std::string_view name(Label label);
std::string_view chinese_name(Label label);
std::optional<Label> label_named(std::string_view text);

/// The label of all records that are shown as `view`.
Label label_of(View view);

/// What the records that the act is about are shown as, where they carry a label of their own:
/// whoever may not see one decides nothing about it either.
std::optional<View> labelled_view(const Act& act);

/// `clearance_missing`: why someone with this clearance is not shown `view`.
Error clearance_missing(View view, Label clearance);

}  // namespace heng::act
