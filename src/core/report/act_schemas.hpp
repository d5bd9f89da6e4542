#pragma once
/// @file
/// The acts as JSON schemas: the end of api/openapi.yaml, printed from the act table.
#include <string>

namespace heng::report {

/// YAML under `components: schemas:`, two levels deep: `act_id`, all identifiers; `act_body`, any
/// of the bodies; and for each act its body as `act_IDENTIFIER`, with the members that its fields
/// say. It refers to `given_text`, `given_id`, `decimal`, `date`, `record`, `digest` and
/// `scheme_files`.
std::string act_schemas();

}  // namespace heng::report
