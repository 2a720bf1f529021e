#include "core/io/hdf5_cursor.h"
#include "core/io/raw_voxels.h"

#include <algorithm>
#include <set>

namespace neuraxis::io {

namespace {

constexpr std::size_t mostMessages = 20000;
constexpr int mostSharedMessages = 256;
constexpr qsizetype longestName = 1024;
constexpr std::size_t mostDimensions = 8;

enum MessageType { // those that are used
    Dataspace = 0x01,
    Datatype = 0x03,
    Link = 0x06,
    DataLayout = 0x08,
    FilterPipeline = 0x0b,
    Attribute = 0x0c,
    Continuation = 0x10,
    SymbolTable = 0x11,
    AttributeInfo = 0x15
};

bool isUndefined(quint64 address, int bytes) { return address == (bytes == 8 ? ~0ULL : (1ULL << (8 * bytes)) - 1); }

} // namespace

void Hdf5File::fail(const char* what) const {
    throwBadHeader(file.name(), QStringLiteral("HDF5: ") + QLatin1String(what));
}

Hdf5File::Hdf5File(const FileHead& head) : file(head) {
    const QByteArray start = file.read(0, static_cast<std::size_t>(std::min<quint64>(file.size(), 256)));
    Cursor at(*this, start);
    at.skip(8);
    const int version = at.byte();
    if (version > 3) fail("superblock");
    if (version < 2) {
        at.skip(4);
        offsetBytes = at.byte();
        lengthBytes = at.byte();
        at.skip(1 + 4 + 4 + (version == 1 ? 4 : 0));
    } else {
        offsetBytes = at.byte();
        lengthBytes = at.byte();
        at.skip(1);
    }
    for (const int width : {offsetBytes, lengthBytes})
        if (width != 2 && width != 4 && width != 8) fail("sizes");
    base = at.offset();
    at.offset(); // free space, or the superblock's extension
    const quint64 end = at.offset();
    if (version < 2) {
        at.offset(); // driver
        at.offset(); // the root's name
    }
    root = at.offset();
    if (base > file.size() || end > file.size()) throwTruncated(file.name());
}

void Hdf5File::collectMessages(quint64 address, std::vector<Message>& messages) {
    struct Block {
        quint64 address, bytes;
    };
    std::vector<Block> blocks;
    std::set<quint64> seen;
    quint64 total = 0;
    const QByteArray start =
        file.read(base + address,
                  static_cast<std::size_t>(std::min<quint64>(64, file.size() - std::min(file.size(), base + address))));
    Cursor at(*this, start);
    const bool second = start.startsWith("OHDR");
    int flags = 0;
    if (second) {
        at.skip(4);
        if (at.byte() != 2) fail("object header");
        flags = at.byte();
        at.skip((flags & 0x20 ? 16U : 0U) + (flags & 0x10 ? 4U : 0U));
        const quint64 bytes = at.number(1 << (flags & 3));
        blocks.push_back({address + static_cast<quint64>(at.position()), bytes});
    } else {
        if (at.byte() != 1) fail("object header");
        at.skip(1 + 2 + 4);
        const quint64 bytes = at.number(4);
        at.skip(4);
        blocks.push_back({address + 16, bytes});
    }
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        if (!seen.insert(blocks[b].address).second) fail("object header");
        total += blocks[b].bytes;
        if (blocks[b].bytes > file.size() || total > file.size()) fail("object header");
        const QByteArray bytes = file.read(base + blocks[b].address, static_cast<std::size_t>(blocks[b].bytes));
        Cursor block(*this, bytes);
        if (second && b > 0) {
            if (block.left() < 8) fail("object header");
            block.skip(4); // "OCHK"; its checksum ends it
        }
        const quint64 tail = second && b > 0 ? 4 : 0;
        const quint64 head = second ? (flags & 4 ? 6 : 4) : 8;
        while (block.left() >= head + tail) {
            Message m;
            m.type = second ? block.byte() : static_cast<int>(block.number(2));
            const quint64 size = block.number(2);
            m.flags = block.byte();
            block.skip(head - (second ? 4 : 5));
            if (size > block.left()) break; // room at the end that is too small for a message
            m.data = block.part(size);
            if (m.type == Continuation) {
                Cursor where(*this, m.data);
                const quint64 to = where.offset();
                blocks.push_back({to, where.length()});
            } else if (messages.size() < mostMessages)
                messages.push_back(std::move(m));
        }
    }
}

void Hdf5File::addMessage(const Message& message, Object& object, int depth) {
    Cursor at(*this, message.data);
    if (message.flags & 2) { // it stands in another object's header
        const int version = at.byte(), kind = at.byte();
        if (version == 1) at.skip(6);
        if (depth > 0 || (version == 3 && kind != 2) || ++sharedReads > mostSharedMessages) return;
        const quint64 address = version == 1 && at.left() > static_cast<quint64>(offsetBytes)
                                    ? (at.skip(at.left() - static_cast<quint64>(offsetBytes)), at.offset())
                                    : at.offset();
        std::vector<Message> messages;
        collectMessages(address, messages);
        for (const Message& m : messages)
            if (m.type == message.type && !(m.flags & 2)) return addMessage(m, object, depth + 1);
        return;
    }
    switch (message.type) {
    case Dataspace: readSpace(at, object.variable); break;
    case Datatype: readType(at, object.variable); break;
    case DataLayout: readLayout(at, object); break;
    case FilterPipeline: readFilters(at, object); break;
    case Attribute: readAttribute(at, object, depth); break;
    case AttributeInfo: readDenseAttributes(at, object, depth); break;
    case Link: readLink(at, object); break;
    case SymbolTable: {
        const quint64 tree = at.offset();
        readSymbolTable(tree, at.offset(), object);
        break;
    }
    default: break;
    }
}

void Hdf5File::readSpace(Cursor& at, ArrayVariable& v) const {
    const int version = at.byte();
    const auto rank = static_cast<std::size_t>(at.byte());
    at.skip(version == 1 ? 6 : 2);
    if (rank > mostDimensions) fail("dataspace");
    v.shape.clear();
    for (std::size_t i = 0; i < rank; ++i) v.shape.push_back(at.length());
}

void Hdf5File::readType(Cursor& at, ArrayVariable& v) const {
    const int classAndVersion = at.byte();
    const int flags = at.byte();
    at.skip(2);
    const quint64 bytes = at.number(4);
    if (bytes == 0 || bytes > 1U << 20) fail("datatype");
    v.bytes = static_cast<std::size_t>(bytes);
    v.bigEndian = flags & 1;
    v.kind = ArrayVariable::Kind::Other;
    switch (classAndVersion & 0xf) {
    case 0: v.kind = flags & 8 ? ArrayVariable::Kind::Signed : ArrayVariable::Kind::Unsigned; break;
    case 1: v.kind = ArrayVariable::Kind::Float; break;
    case 8: { // an enumeration is stored as the type that follows
        const std::size_t own = v.bytes;
        if (at.left() >= 8) readType(at, v);
        if (v.bytes != own) fail("datatype");
        break;
    }
    default: break;
    }
    const bool known = v.bytes == 1 || v.bytes == 2 || v.bytes == 4 || v.bytes == 8;
    if (!known || (v.kind == ArrayVariable::Kind::Float && v.bytes < 4)) v.kind = ArrayVariable::Kind::Other;
}

void Hdf5File::readLayout(Cursor& at, Object& object) const {
    const int version = at.byte();
    const auto addressOf = [&] {
        const quint64 address = at.offset();
        return isUndefined(address, offsetBytes) ? ~0ULL : address;
    };
    const auto readChunk = [&](std::size_t numbers) {
        if (numbers < 1 || numbers > mostDimensions + 1) fail("layout");
        for (std::size_t i = 0; i < numbers; ++i) object.chunk.push_back(at.number(4));
        object.chunk.pop_back(); // the last is the bytes of an element
        for (const quint64 n : object.chunk)
            if (n == 0) fail("layout");
    };
    if (version == 3 || version == 4) {
        const int kind = at.byte();
        if (kind == 0) {
            object.layout = Layout::Compact;
            object.compact = at.part(at.number(2));
        } else if (kind == 1) {
            object.layout = Layout::Contiguous;
            object.address = addressOf();
            object.length = at.length();
        } else if (kind == 2 && version == 3) {
            object.layout = Layout::Chunked;
            const auto numbers = static_cast<std::size_t>(at.byte());
            object.address = addressOf();
            readChunk(numbers);
        }
    } else if (version == 1 || version == 2) {
        const auto numbers = static_cast<std::size_t>(at.byte());
        const int kind = at.byte();
        at.skip(5);
        if (kind != 0) object.address = addressOf();
        if (kind == 2) {
            object.layout = Layout::Chunked;
            readChunk(numbers);
        } else if (numbers <= mostDimensions) {
            at.skip(4 * numbers);
            object.layout = kind == 0 ? Layout::Compact : Layout::Contiguous;
            if (kind == 0) object.compact = at.part(at.number(4));
            if (kind == 1) object.length = ~0ULL; // as long as the shape says
        }
    }
}

void Hdf5File::readFilters(Cursor& at, Object& object) const {
    const int version = at.byte();
    const int count = at.byte();
    if (version == 1) at.skip(6);
    for (int i = 0; i < count; ++i) {
        const auto id = static_cast<int>(at.number(2));
        const quint64 nameBytes = version == 1 || id >= 256 ? at.number(2) : 0;
        at.skip(2); // flags
        const quint64 values = at.number(2);
        at.skip(version == 1 ? (nameBytes + 7) / 8 * 8 : nameBytes);
        at.skip(4 * values + (version == 1 && values % 2 ? 4 : 0));
        object.filters.push_back(id);
    }
}

void Hdf5File::readAttribute(Cursor& at, Object& object, int depth) {
    const int version = at.byte();
    const int flags = at.byte(); // reserved in version 1
    const quint64 nameBytes = at.number(2), typeBytes = at.number(2), spaceBytes = at.number(2);
    if (version == 3) at.skip(1);
    const auto padded = [&](quint64 n) { return version == 1 ? (n + 7) / 8 * 8 : n; };
    QByteArray name = at.part(padded(nameBytes)).left(static_cast<qsizetype>(nameBytes));
    if (const qsizetype end = name.indexOf('\0'); end >= 0) name.truncate(end);
    Object like;
    const Message type{Datatype, version > 1 && flags & 1 ? 2 : 0, at.part(padded(typeBytes))};
    const Message space{Dataspace, version > 1 && flags & 2 ? 2 : 0, at.part(padded(spaceBytes))};
    addMessage(type, like, depth);
    addMessage(space, like, depth);
    const ArrayVariable& v = like.variable;
    const quint64 count = v.elements().value_or(0);
    if (v.bytes == 0 || count > at.left() / v.bytes) return;
    const QByteArray values = at.part(count * v.bytes);
    ArrayAttribute& attribute = object.variable.attributes[name];
    if (v.kind == ArrayVariable::Kind::Other) {
        attribute.text = values;
        return;
    }
    for (quint64 i = 0; i < std::min<quint64>(count, 4096); ++i)
        attribute.numbers.push_back(arrayNumber(v, reinterpret_cast<const std::byte*>(values.constData()), i));
}

void Hdf5File::readLink(Cursor& at, Object& object) const {
    if (at.byte() != 1) return;
    const int flags = at.byte();
    const int kind = flags & 8 ? at.byte() : 0;
    at.skip((flags & 4 ? 8U : 0U) + (flags & 16 ? 1U : 0U));
    const QByteArray name = at.part(at.number(1 << (flags & 3)));
    if (kind == 0) object.links.emplace(name, at.offset());
}

void Hdf5File::readSymbolTable(quint64 tree, quint64 heap, Object& object) {
    const auto piece = [&](quint64 address, quint64 bytes) {
        return file.read(base + address, static_cast<std::size_t>(bytes));
    };
    const quint64 wide = static_cast<quint64>(offsetBytes), lengthWide = static_cast<quint64>(lengthBytes);
    const QByteArray heapHead = piece(heap, 8 + 2 * lengthWide + wide);
    if (!heapHead.startsWith("HEAP")) fail("heap");
    Cursor h(*this, heapHead);
    h.skip(8);
    const quint64 namesBytes = h.length();
    h.length();
    if (namesBytes > file.size()) fail("heap");
    const QByteArray names = piece(h.offset(), namesBytes);

    visited.clear();
    std::vector<std::pair<quint64, int>> nodes{{tree, 0}};
    while (!nodes.empty()) {
        const auto [address, depth] = nodes.back();
        nodes.pop_back();
        if (++visited[address] > 1 || depth > hdf5DeepestTree) fail("group");
        QByteArray head = piece(address, 8 + 2 * wide);
        Cursor at(*this, head);
        if (head.startsWith("TREE")) {
            at.skip(6);
            const quint64 entries = at.number(2);
            const QByteArray body = piece(address + 8 + 2 * wide, entries * (lengthWide + wide));
            Cursor children(*this, body);
            for (quint64 i = 0; i < entries; ++i) {
                children.length();
                nodes.emplace_back(children.offset(), depth + 1);
            }
        } else if (head.startsWith("SNOD")) {
            at.skip(6);
            const quint64 entries = at.number(2);
            const QByteArray body = piece(address + 8, entries * (2 * wide + 24));
            Cursor symbols(*this, body);
            for (quint64 i = 0; i < entries; ++i) {
                const quint64 name = symbols.offset();
                const quint64 target = symbols.offset();
                const quint64 cache = symbols.number(4);
                symbols.skip(20);
                if (name >= static_cast<quint64>(names.size()) || cache == 2) continue; // 2: a symbolic link
                const qsizetype end = names.indexOf('\0', static_cast<qsizetype>(name));
                const qsizetype length = (end < 0 ? names.size() : end) - static_cast<qsizetype>(name);
                if (length <= longestName)
                    object.links.emplace(names.mid(static_cast<qsizetype>(name), length), target);
            }
        } else
            fail("group");
    }
}

Hdf5File::Object Hdf5File::readObject(quint64 address) {
    std::vector<Message> messages;
    collectMessages(address, messages);
    Object object;
    for (const Message& m : messages) addMessage(m, object, 0);
    return object;
}

const ArrayVariable* Hdf5File::variable(const QByteArray& name) {
    if (const auto known = objects.find(name); known != objects.end()) return &known->second.variable;
    const qsizetype slash = name.lastIndexOf('/');
    quint64 address = root;
    if (!name.isEmpty()) {
        const QByteArray parent = slash < 0 ? QByteArray() : name.left(slash);
        if (!variable(parent)) return nullptr;
        const auto& links = objects[parent].links;
        const auto link = links.find(name.mid(slash + 1));
        if (link == links.end()) return nullptr;
        address = link->second;
    }
    return &objects.emplace(name, readObject(address)).first->second.variable;
}

} // namespace neuraxis::io
