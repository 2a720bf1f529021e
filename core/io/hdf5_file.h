#pragma once

#include "core/io/array_file.h"

namespace neuraxis::io {

/// The part of HDF5 that MINC 2 files are written in (HDF5 File Format Specification, version 3): superblocks 0 to 3,
/// object headers 1 and 2, groups as symbol tables or link messages, attributes in the header or in a fractal heap, data in one piece, in chunks of a version 1
/// B-tree or in the header, packed with deflate and shuffle. Every structure is read once and within the file's size.
class Hdf5File : public ArrayFile {
  public:
    /// Throws Error.
    explicit Hdf5File(const FileHead& head);
    /// `name` is a path from the root: "minc-2.0/image/0/image". Groups count as arrays without a shape.
    const ArrayVariable* variable(const QByteArray& name) override;
    std::shared_ptr<std::byte> read(const QByteArray& name, std::size_t& bytes) override;

  private:
    enum class Layout { None, Compact, Contiguous, Chunked };
    struct Object {
        ArrayVariable variable;
        Layout layout = Layout::None;
        quint64 address = 0, length = 0; ///< Of the data in one piece
        QByteArray compact;
        std::vector<quint64> chunk;          ///< Elements along each dimension
        std::vector<int> filters;            ///< By number, in the order they were applied
        std::map<QByteArray, quint64> links; ///< Name to the address of an object header
    };
    struct Chunk {
        quint64 address;
        quint32 bytes, skippedFilters;
        std::vector<quint64> offset;
    };
    class Cursor;
    struct Message {
        int type = 0, flags = 0;
        QByteArray data;
    };
    class Heap;

    [[noreturn]] void fail(const char* what) const;
    Object readObject(quint64 address);
    void collectMessages(quint64 address, std::vector<Message>& messages);
    void addMessage(const Message& message, Object& object, int depth);
    void readType(Cursor& at, ArrayVariable& v) const;
    void readSpace(Cursor& at, ArrayVariable& v) const;
    void readLayout(Cursor& at, Object& object) const;
    void readFilters(Cursor& at, Object& object) const;
    void readAttribute(Cursor& at, Object& object, int depth);
    void readDenseAttributes(Cursor& at, Object& object, int depth);
    void readLink(Cursor& at, Object& object) const;
    void readSymbolTable(quint64 tree, quint64 heap, Object& object);
    void collectChunks(quint64 address, const Object& object, std::vector<Chunk>& chunks, int depth);
    QByteArray unpack(const Chunk& chunk, const Object& object, std::size_t bytes);

    RandomFile file;
    int offsetBytes = 8, lengthBytes = 8;
    quint64 base = 0, root = 0;
    std::map<QByteArray, Object> objects;
    int sharedReads = 0;
    std::map<quint64, int> visited; ///< B-tree nodes and blocks of one walk
};

} // namespace neuraxis::io
