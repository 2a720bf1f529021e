#include "tests/cortex_check.h"
#include "tests/fuzz/fuzz_names.h"

#include <QDir>
#include <QSemaphore>
#include <QThreadPool>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sanitizer/allocator_interface.h>
#include <unistd.h>

using namespace neuraxis;

/// libFuzzer's harness for one row of the table of formats, the one that NEURAXIS_FUZZ_FORMAT names. An input becomes
/// a file in memory, under one of the names that the format's phantoms have and with what lies beside that one; then
/// all is done with it that the program does: its head is read and recognised, it is inspected, put together (of DICOM
/// also with whole files of its series), and everything found is read. Errors are what a damaged file should give.
/// Crashes and what the sanitizers see are libFuzzer's to find; what is held in memory is bounded here.

namespace {

// What reading a file of `size` bytes may hold at once: spareBytes + its size times one of these. Compressed files
// unpack to more than they are; beyond these ratios (packed_file.cpp, dicom_frame.cpp) no header is believed, and
// a picture may be held in a few copies at a time.
constexpr qint64 spareBytes = 384LL << 20, timesPlain = 512, timesPacked = 80'000;

constexpr double longestS = 5; // of the processor's time, so that a busy machine is no finding

std::atomic<qint64> held = 0, most = 0;

void whenAllocated(const volatile void*, std::size_t size) {
    const qint64 now = held += static_cast<qint64>(size);
    if (now > most) most = now;
}
void whenFreed(const volatile void* bytes) {
    if (bytes) held -= static_cast<qint64>(__sanitizer_get_allocated_size(const_cast<const void*>(bytes)));
}

struct Target {
    const io::Format* format = nullptr;
    QStringList paths;    ///< One for each distinct name
    io::Parts companions; ///< Of the undamaged phantoms
};
Target target;

bool isPacked(const char* bytes, std::size_t size) {
    const QByteArrayView all(bytes, static_cast<qsizetype>(size));
    return all.startsWith(QByteArrayView("\x1f\x8b", 2)) || all.contains(QByteArrayView("1.2.840.10008.1.2.", 18)) ||
           all.contains(QByteArrayView("gzip", 4)) || all.contains(QByteArrayView("HDF", 3)) ||
           all.contains(QByteArrayView("\xfe\xff\x00\xe0", 4));
}

void put(const QString& path, const char* bytes, std::size_t size) {
    const int file = open(qPrintable(path), O_WRONLY | O_CREAT, 0600);
    if (file < 0 || pwrite(file, bytes, size, 0) != static_cast<ssize_t>(size) ||
        ftruncate(file, static_cast<off_t>(size)) != 0)
        std::abort();
    close(file);
}

template <class Format> void describe(const Format& format, const io::FileHead& head) {
    if constexpr (requires { format.describe(head); })
        if (format.describe) format.describe(head);
}

void openAll(const QString& path, bool withCompanions) {
    const io::Format& format = *target.format;
    try {
        const io::FileHead head = io::readHead(path);
        if (!format.recognises(head.bytes, io::fileName(path).toLower())) return;
        try {
            describe(format, head);
        } catch (const io::Error&) {
        }
        io::Parts parts{format.inspect(head)};
        if (withCompanions) parts.insert(parts.end(), target.companions.begin(), target.companions.end());
        io::Scan scan;
        format.assemble(parts, scan);
        for (const io::FoundCortex& found : scan.cortices) {
            if (!found.files.contains(path)) continue;
            io::Job job;
            test::whyNotRead(found, job);
        }
        for (const io::Found& found : scan.found) {
            if (!found.header.voxelToLps.isValid()) std::abort();
            if (!found.files.contains(path)) continue;
            try {
                io::Job job;
                const auto volume = io::read(found, job);
                if (volume->header().bytes() == 0) std::abort();
            } catch (const io::Error& error) {
                if (error.sentence().isEmpty()) std::abort();
            }
        }
    } catch (const io::Error& error) {
        if (error.sentence().isEmpty()) std::abort();
    } catch (const std::bad_alloc&) {
        // The program says that there is no memory for it
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    // The pool's one thread waits, so that nothing is shared out to others and a finding can be repeated.
    static QSemaphore untilTheEnd;
    QThreadPool::globalInstance()->setMaxThreadCount(1);
    QThreadPool::globalInstance()->start([] { untilTheEnd.acquire(); });
    std::atexit([] { untilTheEnd.release(); });
    const QString name = qEnvironmentVariable("NEURAXIS_FUZZ_FORMAT");
    target.format = test::formatNamed(name);
    if (!target.format) {
        std::fprintf(stderr, "NEURAXIS_FUZZ_FORMAT names no format: \"%s\".\n", qPrintable(name));
        std::exit(2);
    }
    const QString shared = QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm") : QDir::tempPath();
    const QDir dir(shared + QStringLiteral("/neuraxis-fuzz-%1").arg(getpid()));
    dir.mkpath(QStringLiteral("."));
    static const QString folder = dir.path();
    std::atexit([] { QDir(folder).removeRecursively(); });
    const QList<test::FormatPhantom> phantoms = test::phantomsOf(*target.format);
    for (const test::FormatPhantom& p : phantoms) {
        const QString path = dir.filePath(p.name);
        put(path, p.bytes.constData(), static_cast<std::size_t>(p.bytes.size()));
        for (const auto& [beside, bytes] : p.beside)
            put(dir.filePath(beside), bytes.constData(), static_cast<std::size_t>(bytes.size()));
        if (!target.paths.contains(path)) target.paths << path;
        target.companions.push_back(target.format->inspect(io::readHead(path)));
    }
    if (target.paths.isEmpty()) {
        std::fprintf(stderr, "No phantom of %s is in tests/all_phantoms.h.\n", target.format->name);
        std::exit(2);
    }
    __sanitizer_install_malloc_and_free_hooks(whenAllocated, whenFreed);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const QString path = target.paths[(data[0] & 0x7f) % target.paths.size()];
    const auto* bytes = reinterpret_cast<const char*>(data + 1);
    put(path, bytes, size - 1);
    const qint64 before = held;
    most = before;
    const std::clock_t begun = std::clock();
    openAll(path, data[0] & 0x80);
    const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    if (seconds > longestS) {
        std::fprintf(stderr, "A file of %zu bytes kept the program busy for %.1f s.\n", size - 1, seconds);
        std::abort();
    }
    const qint64 allowed =
        spareBytes + static_cast<qint64>(size) * (isPacked(bytes, size - 1) ? timesPacked : timesPlain);
    if (most - before > allowed) {
        std::fprintf(stderr, "A file of %zu bytes made the program hold %lld bytes; %lld are allowed.\n", size - 1,
                     static_cast<long long>(most - before), static_cast<long long>(allowed));
        std::abort();
    }
    return 0;
}
