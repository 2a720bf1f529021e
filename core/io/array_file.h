#pragma once

#include "core/io/packed_file.h"
#include "core/model/volume.h"

#include <map>
#include <optional>
#include <vector>

namespace neuraxis::io {

/// What an attribute of an array file says: text, or numbers.
struct ArrayAttribute {
    QByteArray text;
    std::vector<double> numbers;
};

/// A named array in a file that holds several, as netCDF and HDF5 do.
struct ArrayVariable {
    enum class Kind { Signed, Unsigned, Float, Other };
    Kind kind = Kind::Other;
    std::size_t bytes = 0; ///< Of one element
    bool bigEndian = false;
    std::vector<QByteArray> dimensions; ///< Their names, slowest first; empty where the file has none
    std::vector<quint64> shape;         ///< Slowest first
    std::map<QByteArray, ArrayAttribute> attributes;

    [[nodiscard]] QByteArray text(const char* attribute) const;
    [[nodiscard]] std::vector<double> numbers(const char* attribute) const;
    /// The product of the shape; nothing when it cannot be in memory.
    [[nodiscard]] std::optional<quint64> elements() const;
};

/// A file of named arrays.
class ArrayFile {
  public:
    virtual ~ArrayFile() = default;
    /// Null when there is none of that name. Throws Error when the file is damaged there.
    virtual const ArrayVariable* variable(const QByteArray& name) = 0;
    /// All elements as in the file, slowest dimension first. Throws Error; no more memory is asked for than the file
    /// can fill (deflate's greatest ratio times its size).
    virtual std::shared_ptr<std::byte> read(const QByteArray& name, std::size_t& bytes) = 0;
    /// All elements as numbers, `most` at most. Throws Error.
    std::vector<double> numbers(const QByteArray& name, std::size_t most);
};

/// Element `index` of an array of a variable's type, as a number.
double arrayNumber(const ArrayVariable& variable, const std::byte* elements, std::size_t index);

} // namespace neuraxis::io
