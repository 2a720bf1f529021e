#include "core/io/codec_guard.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

namespace {

thread_local std::jmp_buf* escape = nullptr;

} // namespace

#ifdef __GLIBC__
/// Takes the place of glibc's own: outside guarded() it does the same.
extern "C" [[noreturn]] void __assert_fail(const char* assertion, const char* file, unsigned int line,
                                           const char* function) noexcept {
    // Not an exception: callers are compiled to believe that none comes from here.
    if (escape) std::longjmp(*escape, 1);
    std::fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, assertion);
    std::abort();
}
#endif

namespace neuraxis::io {

bool guarded(const std::function<bool()>& decode) {
    std::jmp_buf here;
    if (setjmp(here) != 0) {
        escape = nullptr;
        return false;
    }
    escape = &here;
    try {
        const bool decoded = decode();
        escape = nullptr;
        return decoded;
    } catch (...) {
        escape = nullptr;
        return false;
    }
}

} // namespace neuraxis::io
