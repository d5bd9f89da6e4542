#pragma once
/// @file
/// SQLite's own file system, in which the n-th write, truncation or sync goes wrong.
namespace heng::store_test {

/// What happens at the chosen step.
enum class Mishap {
    none,
    fail_once,      ///< The step fails; later ones succeed.
    fail_from_now,  ///< This step and all later ones fail, as on a dead disk.
    tear,           ///< Half of the bytes are written, then it fails; later steps succeed.
    kill,           ///< The process dies by SIGKILL before the step.
    kill_torn,      ///< The process dies with half of the bytes written.
};

/// Arms the mishap at the n-th step from now on, counted from 1.
void arm(Mishap mishap, int n);
/// Steps since then.
int steps();
/// The name under which SQLite knows this file system; registers it the first time.
const char* faulty_vfs();

}  // namespace heng::store_test
