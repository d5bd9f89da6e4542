#pragma once
/// @file
/// The file formats of offices, for the server.
#include "shell/http/api/office_parts.hpp"

namespace heng {

http::OfficeParts make_office_parts();

}  // namespace heng
