#pragma once
/// @file
/// Residual information (SEC-13): memory that a running server gives back holds no password, code
/// or score any more.

namespace heng {

/// From now on every block of memory is overwritten with zeros when it is freed. To be called
/// before there are threads. A batch run has no secrets and does not call it.
void wipe_freed_memory();

}  // namespace heng
