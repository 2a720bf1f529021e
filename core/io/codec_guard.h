#pragma once

#include <functional>

namespace neuraxis::io {

/// Runs `decode` so that a failed assertion in a library it calls makes it false instead of ending the program.
/// Debian builds GDCM with asserts, and a damaged JPEG stream meets them. What the library held is lost.
bool guarded(const std::function<bool()>& decode);

} // namespace neuraxis::io
