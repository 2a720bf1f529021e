#pragma once

#include "core/io/array_file.h"

namespace neuraxis::io {

/// The classic netCDF format in its versions 1, 2 and 5 (netCDF User's Guide, appendix "File Format Specifications").
class NetcdfFile : public ArrayFile {
  public:
    /// Throws Error.
    explicit NetcdfFile(const FileHead& head);
    const ArrayVariable* variable(const QByteArray& name) override;
    std::shared_ptr<std::byte> read(const QByteArray& name, std::size_t& bytes) override;

  private:
    struct Placed {
        ArrayVariable variable;
        quint64 begin = 0;
        bool perRecord = false; ///< Its slowest dimension grows: one record lies between those of other variables
    };
    struct Cursor;
    [[nodiscard]] quint64 bytesPerRecord(const Placed& v) const;
    RandomFile file;
    std::map<QByteArray, Placed> variables;
    quint64 recordBytes = 0; ///< Of all variables that grow
};

} // namespace neuraxis::io
