#pragma once

#include <QByteArray>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace neuraxis::io {

/// Packs bytes into one gzip stream, blocks of a megabyte side by side on all cores (as pigz does).
class GzipWriter {
  public:
    /// `out` takes the packed bytes, in order, in the thread that calls write() and finish(). It may throw.
    explicit GzipWriter(std::function<void(const QByteArray&)> out);
    void write(const char* bytes, std::size_t length);
    void finish();

  private:
    void pack(const char* bytes, std::size_t length, bool last);

    std::function<void(const QByteArray&)> out;
    QByteArray rest; ///< Less than a block, waiting for more
    unsigned long crc;
    std::uint32_t length = 0; ///< Modulo 2^32, as the format has it
};

} // namespace neuraxis::io
