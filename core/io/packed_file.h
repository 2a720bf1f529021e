#pragma once

#include "core/io/error.h"
#include "core/io/gzip_writer.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>

struct gzFile_s;

namespace neuraxis::io {

/// The last part of a path, as sentences name files.
QString fileName(const QString& path);
/// A name on disk as text; nothing where it is none in UTF-8, as of old archives.
std::optional<QString> nameAsText(const std::filesystem::path& name);
/// Throws Error: `path` ends before its data does.
[[noreturn]] void throwTruncated(const QString& path);
/// Throws Error: `path` could not be opened, with the system's reason.
[[noreturn]] void throwUnreadable(const QString& path, const QString& reason);

/// What is known of a file before its format is.
struct FileHead {
    QString path;
    qint64 size = 0;      ///< On disk
    bool gzipped = false; ///< The whole file is one gzip stream
    QByteArray bytes;     ///< The first bytes, unpacked
};

/// Opens a file and reads its first bytes. Throws Error when it is empty or cannot be read.
FileHead readHead(const QString& path);

/// Reads a plain or gzip-compressed file from start to end.
class PackedReader {
  public:
    /// `offset` bytes are left out before gzip is looked for. Throws Error.
    explicit PackedReader(const QString& path, qint64 offset = 0);
    /// Reads exactly `length` bytes. Throws Error when the file ends earlier or is damaged.
    void read(void* bytes, std::size_t length);
    void skip(std::size_t length);

  private:
    struct Close {
        void operator()(gzFile_s* file) const;
    };
    QString path;
    std::unique_ptr<gzFile_s, Close> file;
};

/// Throws Error unless a file can hold `needed` unpacked bytes: by its size when plain, by gzip's length trailer
/// and greatest ratio when packed. Cheap: nothing is unpacked.
void checkHolds(const FileHead& head, quint64 needed);

/// The whole file, unpacked when gzipped, `limit` bytes at most. Throws Error.
QByteArray readWhole(const QString& path, bool gzipped, quint64 limit);

/// A file read from any place: straight from disk, or unpacked into memory as a whole when gzipped.
class RandomFile {
  public:
    /// Throws Error. At most deflate's greatest ratio times the file's size is unpacked, and never more than `limit`.
    explicit RandomFile(const FileHead& head, quint64 limit = 1ULL << 32);
    /// Unpacked; of a damaged gzip stream, what could be unpacked.
    [[nodiscard]] quint64 size() const { return length; }
    [[nodiscard]] const QString& name() const { return path; }
    /// Throws Error when the file ends earlier.
    void read(quint64 offset, void* bytes, std::size_t count);
    QByteArray read(quint64 offset, std::size_t count);

  private:
    QString path;
    QFile file;
    QByteArray unpacked;
    quint64 length = 0;
};

/// No more than so many bytes come out of one that is packed: deflate's limit (zlib's technical notes).
constexpr quint64 greatestDeflateRatio = 1032;

/// The file beside `path` with the same name but for its last `chop` characters and one of the suffixes (lower case,
/// with their dot), in any mix of capitals; the first suffix wins. Empty when there is none.
QString companionFile(const QString& path, qsizetype chop, std::initializer_list<const char*> suffixes);

/// The machine's memory in bytes.
std::size_t physicalMemory();

/// A buffer of `length` zero bytes. Throws Error naming `what` when there is no memory for it.
std::shared_ptr<std::byte> allocate(std::size_t length, const QString& what);

/// A file that appears under its name only when finish() is called.
class NewFile {
  public:
    /// Throws Error when its folder cannot be written to. A compressed file is written through gzip.
    NewFile(const QString& path, bool compressed);
    ~NewFile();
    void write(const void* bytes, std::size_t length);
    /// From here on through gzip.
    void beginPacked();
    void finish();

  private:
    [[noreturn]] void fail(const QString& reason) const;
    void put(const char* bytes, std::size_t length);
    QString path;
    QFile part;
    std::optional<GzipWriter> packed;
};

/// A file of these bytes, as a NewFile. Throws Error.
void writeWhole(const QString& path, const QByteArray& bytes, bool compressed = false);

} // namespace neuraxis::io
