#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <zlib.h>

namespace neuraxis::io {

namespace {

constexpr qint64 headBytes = 32 * 1024;
constexpr unsigned chunkBytes = 1U << 28;

bool looksGzipped(const QByteArray& bytes) { return bytes.startsWith(QByteArrayView("\x1f\x8b\x08", 3)); }

/// Unpacks the beginning of a gzip stream as far as it goes.
QByteArray unpackStart(const QByteArray& packed, qsizetype most) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
    QByteArray out(most, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(most);
    inflate(&stream, Z_SYNC_FLUSH);
    out.truncate(most - static_cast<qsizetype>(stream.avail_out));
    inflateEnd(&stream);
    return out;
}

} // namespace

QString fileName(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    return name.isEmpty() ? path : name;
}

std::optional<QString> nameAsText(const std::filesystem::path& name) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(name.c_str());
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

void throwTruncated(const QString& path) {
    throw Error(QCoreApplication::translate(
                    "io", "%1 is cut short: it ends before its voxels do. Copy it again from its source.")
                    .arg(fileName(path)));
}

void throwUnreadable(const QString& path, const QString& reason) {
    throw Error(QCoreApplication::translate("io", "%1 cannot be read (%2). Check that you may open it.")
                    .arg(fileName(path), reason));
}

FileHead readHead(const QString& path) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered)) throwUnreadable(path, file.errorString());
    FileHead head{path, file.size(), false, file.read(headBytes)};
    if (head.bytes.isEmpty() && file.error() != QFile::NoError) throwUnreadable(path, file.errorString());
    if (head.bytes.isEmpty())
        throw Error(QCoreApplication::translate("io", "%1 is empty (0 bytes). Copy it again from its source.")
                        .arg(fileName(path)));
    if (looksGzipped(head.bytes)) {
        head.gzipped = true;
        head.bytes = unpackStart(head.bytes, headBytes);
    }
    return head;
}

void PackedReader::Close::operator()(gzFile_s* file) const { gzclose(file); }

PackedReader::PackedReader(const QString& path, qint64 offset) : path(path) {
    QFile source(path);
    if (!source.open(QFile::ReadOnly | QFile::Unbuffered)) throwUnreadable(path, source.errorString());
    const int handle = dup(source.handle());
    lseek(handle, offset, SEEK_SET); // dup shares the offset with `source`, which closes at the end of this scope
    file.reset(gzdopen(handle, "rb"));
    if (!file) {
        close(handle);
        throwUnreadable(path, QStringLiteral("zlib"));
    }
    gzbuffer(file.get(), 1 << 18);
}

void PackedReader::read(void* bytes, std::size_t length) {
    auto* to = static_cast<char*>(bytes);
    while (length > 0) {
        const int got = gzread(file.get(), to, static_cast<unsigned>(std::min<std::size_t>(length, chunkBytes)));
        if (got <= 0) throwTruncated(path);
        to += got;
        length -= static_cast<std::size_t>(got);
    }
}

void PackedReader::skip(std::size_t length) {
    char nowhere[4096];
    for (std::size_t part = 0; length > 0; length -= part) {
        part = std::min(length, sizeof nowhere);
        read(nowhere, part);
    }
}

void checkHolds(const FileHead& head, quint64 needed) {
    const auto size = static_cast<quint64>(head.size);
    if (!head.gzipped) {
        if (size >= needed) return;
    } else if (size <= needed / greatestDeflateRatio) {
        // falls through to the sentence
    } else {
        // The trailer holds the last member's unpacked length modulo 2^32.
        QFile file(head.path);
        if (!file.open(QFile::ReadOnly) || !file.seek(head.size - 4)) throwTruncated(head.path);
        const QByteArray trailer = file.read(4);
        if (trailer.size() != 4) throwTruncated(head.path);
        quint32 length = 0;
        for (int i = 3; i >= 0; --i) length = length << 8 | static_cast<quint8>(trailer[i]);
        if (needed > 0xffffffffU || length == needed) return;
        // Bytes after the voxels, several gzip members, or the chance end of a file cut short: only unpacking tells.
        PackedReader(head.path).skip(needed);
        return;
    }
    const QLocale locale;
    throw Error(QCoreApplication::translate("io", "%1 is cut short: its header promises %2, and its %3 on disk cannot "
                                                  "hold them. Copy it again from its source.")
                    .arg(fileName(head.path),
                         locale.formattedDataSize(static_cast<qint64>(std::min<quint64>(needed, 1ULL << 62))),
                         locale.formattedDataSize(head.size)));
}

QByteArray readWhole(const QString& path, bool gzipped, quint64 limit) {
    QFile file(path);
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered)) throwUnreadable(path, file.errorString());
    if (!gzipped) return file.read(static_cast<qint64>(std::min<quint64>(limit, static_cast<quint64>(file.size()))));
    QByteArray bytes;
    char chunk[1 << 16];
    const std::unique_ptr<gzFile_s, void (*)(gzFile_s*)> packed(gzdopen(dup(file.handle()), "rb"),
                                                                [](gzFile_s* f) { gzclose(f); });
    if (!packed) throwUnreadable(path, QStringLiteral("zlib"));
    for (int got = 0;
         static_cast<quint64>(bytes.size()) < limit && (got = gzread(packed.get(), chunk, sizeof chunk)) > 0;)
        bytes.append(chunk, got);
    return bytes;
}

RandomFile::RandomFile(const FileHead& head, quint64 limit) : path(head.path), file(head.path) {
    if (!file.open(QFile::ReadOnly | QFile::Unbuffered)) throwUnreadable(path, file.errorString());
    length = static_cast<quint64>(file.size());
    if (!head.gzipped) return;
    unpacked = readWhole(path, true, std::min(limit, greatestDeflateRatio * length));
    length = static_cast<quint64>(unpacked.size());
}

void RandomFile::read(quint64 offset, void* bytes, std::size_t count) {
    if (offset > length || count > length - offset) throwTruncated(path);
    if (!unpacked.isEmpty()) {
        std::memcpy(bytes, unpacked.constData() + offset, count);
        return;
    }
    auto* to = static_cast<char*>(bytes);
    if (!file.seek(static_cast<qint64>(offset))) throwTruncated(path);
    while (count > 0) {
        const qint64 got = file.read(to, static_cast<qint64>(count));
        if (got <= 0) throwTruncated(path);
        to += got;
        count -= static_cast<std::size_t>(got);
    }
}

QByteArray RandomFile::read(quint64 offset, std::size_t count) {
    if (offset > length || count > length - offset) throwTruncated(path); // before memory is asked for
    QByteArray bytes(static_cast<qsizetype>(count), Qt::Uninitialized);
    read(offset, bytes.data(), count);
    return bytes;
}

QString companionFile(const QString& path, qsizetype chop, std::initializer_list<const char*> suffixes) {
    const QString stem = path.chopped(chop);
    for (const char* suffix : suffixes)
        for (const QString& name : {stem + QLatin1String(suffix), stem + QString(QLatin1String(suffix)).toUpper()})
            if (QFileInfo(name).isFile()) return name;
    // A mix of capitals: only a look through the folder tells.
    const QString wanted = QFileInfo(stem).fileName();
    const QStringList names = QFileInfo(path).dir().entryList(QDir::Files);
    for (const char* suffix : suffixes)
        for (const QString& name : names)
            if (name.compare(wanted + QLatin1String(suffix), Qt::CaseInsensitive) == 0)
                return QFileInfo(path).dir().filePath(name);
    return {};
}

std::size_t physicalMemory() {
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

std::shared_ptr<std::byte> allocate(std::size_t length, const QString& what) {
    // Linux grants more than there is and kills the program later; a volume beyond the machine's memory is refused.
    auto* bytes =
        length > physicalMemory() ? nullptr : static_cast<std::byte*>(std::calloc(std::max<std::size_t>(length, 1), 1));
    if (!bytes)
        throw Error(QCoreApplication::translate(
                        "io", "%1 needs %2 of memory, more than is free. Close other series and try again.")
                        .arg(what, QLocale().formattedDataSize(static_cast<qint64>(length))));
    return {bytes, [](std::byte* b) { std::free(b); }};
}

NewFile::NewFile(const QString& path, bool compressed)
    : path(path),
      part(
          QStringLiteral("%1.%2.part").arg(path).arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'))) {
    if (!part.open(QFile::WriteOnly | QFile::NewOnly | QFile::Unbuffered)) fail(part.errorString());
    if (compressed) beginPacked();
}

void NewFile::beginPacked() {
    packed.emplace([this](const QByteArray& bytes) { put(bytes.constData(), static_cast<std::size_t>(bytes.size())); });
}

NewFile::~NewFile() {
    if (part.isOpen()) {
        part.close();
        part.remove();
    }
}

void NewFile::write(const void* bytes, std::size_t length) {
    const auto* from = static_cast<const char*>(bytes);
    packed ? packed->write(from, length) : put(from, length);
}

void NewFile::put(const char* bytes, std::size_t length) {
    while (length > 0) {
        const std::size_t piece = std::min<std::size_t>(length, chunkBytes);
        const qint64 written = part.write(bytes, static_cast<qint64>(piece));
        if (written <= 0)
            fail(part.error() != QFile::NoError ? part.errorString() : QString::fromLocal8Bit(strerror(errno)));
        bytes += written;
        length -= static_cast<std::size_t>(written);
    }
}

void NewFile::finish() {
    if (packed) packed->finish();
    if (!part.flush()) fail(part.errorString());
    part.close();
    if (std::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(path).constData()) != 0) {
        const QString reason = QString::fromLocal8Bit(strerror(errno));
        part.remove();
        fail(reason);
    }
}

void NewFile::fail(const QString& reason) const {
    throw WriteError(
        QCoreApplication::translate("io", "%1 cannot be written (%2). Choose another folder or free some space.")
            .arg(fileName(path), reason));
}

void writeWhole(const QString& path, const QByteArray& bytes, bool compressed) {
    NewFile file(path, compressed);
    file.write(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    file.finish();
}

} // namespace neuraxis::io
