#include "core/io/dicom_cleaner.h"

#include "core/io/basic_profile.h"
#include "core/io/byte_order.h"
#include "core/io/dicom_dictionary.h"
#include "core/io/dicom_encoder.h"
#include "core/io/dicom_values.h"
#include "core/io/identity_words.h"
#include "core/io/private_keep.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <map>

namespace neuraxis::io {

namespace {

constexpr DicomTag birthDate = 0x00100030, birthTime = 0x00100032, patientAge = 0x00101010, studyDate = 0x00080020;

// Kept although the profile would take them: who was scanned in numbers, and what the scan was called.
constexpr DicomTag characteristics[] = {0x00100040, patientAge, 0x00101020, 0x00101030};
// Not the study's description, which is often that of a person: the investigator, the one who asked for it.
constexpr DicomTag descriptors[] = {0x0008103e, 0x00181030, 0x00400254};
// References to other images, emptied of everything but their mapped identifiers
constexpr DicomTag references[] = {0x00081140, 0x00082112};
// Kept as they are: the vendor, by whose rules the rest is read, and classes of objects, which tell of no one.
constexpr DicomTag untouched[] = {0x00080016, 0x00080070, 0x00081150};
// In private sequences only a tile's place and time of the standard's elements: the rest is a second header.
constexpr DicomTag besidePrivate[] = {0x00080032, 0x00200032};

template <std::size_t N> bool isOneOf(DicomTag tag, const DicomTag (&tags)[N]) {
    return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

/// Groups of orders, visits, documents, drawings, signatures, prints, overlays and curves: nothing that makes the image.
bool isLeftOut(DicomTag group) {
    constexpr std::array<DicomTag, 16> groups{0x0002, 0x0004, 0x0010, 0x0012, 0x0032, 0x0038, 0x0042, 0x0070,
                                              0x0072, 0x0074, 0x0088, 0x0100, 0x0400, 0x2030, 0x4000, 0x4008};
    return std::find(groups.begin(), groups.end(), group) != groups.end() || (group & 0xff00) == 0x5000 ||
           (group & 0xff00) == 0x6000 || group >= 0xfff0;
}

/// Not blank, unknown or made up.
bool isVr(const char* vr) {
    constexpr std::array names{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
                               "LT", "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ",
                               "SS", "ST", "SV", "TM", "UC", "UI", "UL", "UR", "US", "UT", "UV"};
    return std::any_of(names.begin(), names.end(), [&](const char* n) { return n[0] == vr[0] && n[1] == vr[1]; });
}

/// A pattern for whole values, compiled once.
class Form {
  public:
    explicit Form(const char* pattern) : whole(QRegularExpression::anchoredPattern(QLatin1String(pattern))) {}
    bool fits(const QByteArray& value) const { return whole.match(QString::fromLatin1(value)).hasMatch(); }

  private:
    QRegularExpression whole;
};
const Form& age() {
    static const Form form("\\d{3}[DWMY]");
    return form;
}
const Form& timeOfDay() {
    static const Form form("(?:\\d\\d(?::?\\d\\d(?::?\\d\\d(?:\\.\\d{1,6})?)?)?)? *");
    return form;
}
const Form& vendorsWord() {
    static const Form form("[A-Za-z0-9_ .*+/\\\\-]{0,64}");
    return form;
}
/// "b=1000(0.2,0.7,-0.6)", where older Canon scanners tell the weighting
const Form& canonWeighting() {
    static const Form form("b=\\s*[0-9.]+\\s*\\([-+0-9.eE ]+,[-+0-9.eE ]+,[-+0-9.eE ]+\\)");
    return form;
}

bool isMadeOf(const QByteArray& value, QByteArrayView characters) {
    return std::all_of(value.begin(), value.end(),
                       [&](char c) { return (c >= '0' && c <= '9') || characters.contains(c); });
}

class Cleaner {
  public:
    using Elements = std::map<DicomTag, QByteArray>; ///< Encoded, in the order in which they are written

    Cleaner(const DicomDataset& root, const Pseudonym& pseudonym) : words(root, dictionary), pseudonym(pseudonym) {
        isSigned = root.whole(0x00280103) == 1;
    }

    Elements clean(const DicomDataset& dataset, bool inPrivate) {
        Elements elements;
        for (const DicomElement& e : dataset.elements) {
            const bool isPrivate = e.tag >> 16 & 1;
            if ((e.tag & 0xffff) == 0 || (inPrivate && !isPrivate && !isOneOf(e.tag, besidePrivate))) continue;
            const QByteArray bytes = isPrivate ? privateElement(dataset, e) : standardElement(dataset, e);
            if (!bytes.isEmpty()) elements.emplace(e.tag, bytes);
        }
        // Names of blocks of which nothing stayed
        for (auto e = elements.begin(); e != elements.end();) {
            const DicomTag low = e->first & 0xffff, first = (e->first & 0xffff0000) | low << 8;
            const bool isBlock = (e->first >> 16 & 1) && low <= 0xff;
            const auto inside = isBlock ? elements.lower_bound(first) : elements.end();
            const bool isEmpty = isBlock && (inside == elements.end() || inside->first > (first | 0xff));
            e = isEmpty ? elements.erase(e) : std::next(e);
        }
        return elements;
    }

  private:
    QByteArray standardElement(const DicomDataset& dataset, const DicomElement& e) {
        const DicomEntry& entry = dictionary.entry(e.tag);
        if (entry.name.isEmpty()) return {};
        char vr[3] = {e.vr[0], e.vr[1], 0};
        if (!isVr(vr)) std::copy_n(entry.vr, 2, vr);
        if (isSigned && isOfPixels(e.tag) && e.vr[0] == ' ' && qstrcmp(vr, "US") == 0) vr[0] = 'S';
        if (!e.items.empty()) std::copy_n("SQ", 2, vr);
        const QByteArray name(vr, 2);

        if (isOneOf(e.tag, characteristics)) return value(dataset, e, name);
        if (isLeftOut(e.tag >> 16) || e.tag == birthDate || e.tag == birthTime || e.tag == 0x00080005) return {};
        const QByteArray action = basicProfileAction(e.tag);
        const bool isTime = name == "DA" || name == "DT" || name == "TM", isUid = name == "UI";
        if (action.isEmpty() || isTime || isUid || isOneOf(e.tag, descriptors) || isOneOf(e.tag, references))
            return value(dataset, e, name);
        if (e.tag == 0x00204000 && canonWeighting().fits(dataset.bytes(e.tag)))
            return encodeElement(e.tag, "LT", dataset.bytes(e.tag));
        if (action.contains('Z')) return encodeElement(e.tag, vr, {});
        const bool isText = name == "LO" || name == "SH" || name == "ST" || name == "LT" || name == "UT";
        return action == "D" && isText ? encodeElement(e.tag, vr, "none") : QByteArray();
    }

    QByteArray privateElement(const DicomDataset& dataset, const DicomElement& e) {
        const DicomTag low = e.tag & 0xffff;
        const auto creatorOf = [&](DicomTag tag) {
            const DicomElement* creator = dataset.find(tag);
            return creator ? creator->value.toByteArray().trimmed().replace('\0', "") : QByteArray();
        };
        if (low >= 0x10 && low <= 0xff) {
            const QByteArray creator = creatorOf(e.tag);
            for (DicomTag element = 0; element <= 0xff; ++element)
                if (safePrivate((e.tag & 0xffff0000) | element, creator)) return encodeElement(e.tag, "LO", creator);
            return {};
        }
        const SafePrivate* row = safePrivate(e.tag, creatorOf((e.tag & 0xffff0000) | low >> 8));
        if (!row) return {};
        if (row->group == 0x0029) {
            const QByteArray csa = safeCsa(e.value);
            return csa.isEmpty() ? csa : encodeElement(e.tag, "OB", csa);
        }
        constexpr std::array plain{"US", "SS", "UL", "SL", "FL", "FD", "DS", "IS", "CS", "LO", "SH", "TM"};
        QByteArray vr(row->vr, 2);
        for (const char* name : plain)
            if (vr != "SQ" && e.vr[0] == name[0] && e.vr[1] == name[1]) vr = name;
        if ((vr == "SQ") != !e.items.empty()) return {};
        return value(dataset, e, vr);
    }

    /// The element with a value that tells of no one; nothing when that cannot be had.
    QByteArray value(const DicomDataset& dataset, const DicomElement& e, const QByteArray& vr) {
        if (vr == "SQ") return sequence(e);
        QByteArray bytes = e.value.toByteArray();
        if (const int width = bytesOfVr(vr); width > 1 || vr == "OB") {
            const bool isBulk = vr[0] == 'O';
            // Look-up tables and the places of frames; colour profiles name their makers.
            if (isBulk && (e.tag == 0x00282000 || (e.tag >> 16 != 0x0028 && e.tag >> 16 != 0x7fe0))) return {};
            if (dataset.bigEndian)
                swapBytes(reinterpret_cast<std::byte*>(bytes.data()), static_cast<std::size_t>(bytes.size()),
                          static_cast<std::size_t>(vr == "AT" ? 2 : width));
            return encodeElement(e.tag, vr.constData(), bytes);
        }
        bytes = dataset.bytes(e.tag);
        if (isOneOf(e.tag, untouched)) return encodeElement(e.tag, vr.constData(), bytes);
        if (vr == "UI") {
            QByteArrayList uids = bytes.split('\\');
            for (QByteArray& uid : uids) uid = pseudonym.mappedUid(uid.trimmed());
            return encodeElement(e.tag, "UI", uids.join('\\'));
        }
        if (vr == "DA" || vr == "DT") return encodeElement(e.tag, vr.constData(), pseudonym.shifted(bytes));
        if (vr == "TM") {
            const QByteArrayList times = bytes.split('\\');
            const bool areTimes =
                std::all_of(times.begin(), times.end(), [](const QByteArray& time) { return timeOfDay().fits(time); });
            return encodeElement(e.tag, "TM", areTimes ? bytes : QByteArray());
        }
        if (vr == "AS") return encodeElement(e.tag, "AS", age().fits(bytes) ? bytes : QByteArray());
        if (vr == "DS" || vr == "IS")
            return isMadeOf(bytes, "+-.eE\\ ") ? encodeElement(e.tag, vr.constData(), bytes) : QByteArray();
        if ((e.tag >> 16 & 1) && !vendorsWord().fits(bytes)) return {};
        if (vr == "CS") return code(e, bytes);
        if (vr != "LO" && vr != "SH" && vr != "UC") return {}; // persons, addresses, long texts, the unknown
        return encodeElement(e.tag, vr.constData(), words.removedFrom(textOf(dataset, bytes)).toUtf8());
    }

    /// Words of a list, of which those that are somebody's go.
    QByteArray code(const DicomElement& e, const QByteArray& value) const {
        const bool isOfPixels = e.tag >> 16 == 0x0028 || e.tag == 0x00080060;
        QByteArrayList codes = value.split('\\');
        for (QByteArray& one : codes) {
            one = one.trimmed();
            constexpr std::array common{"ORIGINAL", "DERIVED", "PRIMARY", "SECONDARY", "MOSAIC", "MAGNITUDE", "PHASE"};
            if (std::find(common.begin(), common.end(), one) != common.end()) continue;
            if (one.size() > 64 || (!isOfPixels && words.isIn(QString::fromLatin1(one)))) one.clear();
        }
        return encodeElement(e.tag, "CS", codes.join('\\'));
    }

    QByteArray sequence(const DicomElement& e) {
        const bool isPrivate = e.tag >> 16 & 1;
        QByteArray items;
        for (const DicomDataset& item : e.items) {
            QByteArray inside;
            for (const auto& [tag, bytes] : clean(item, isPrivate)) inside += bytes;
            items += encodeItem(inside);
        }
        return encodeElement(e.tag, "SQ", items);
    }

    /// The smallest, largest and padding pixel values are numbers as the pixels are.
    static bool isOfPixels(DicomTag tag) { return tag >= 0x00280106 && tag <= 0x00280121; }

    DicomDictionary dictionary;
    IdentityWords words;
    const Pseudonym& pseudonym;
    bool isSigned = false;
};

/// The age at the scan in years, as DICOM writes it; empty where the dates do not tell it.
QByteArray ageOf(const DicomDataset& root) {
    const auto dateOf = [&](DicomTag tag) {
        return QDate::fromString(QString::fromLatin1(root.word(tag).left(8)), QStringLiteral("yyyyMMdd"));
    };
    const QDate born = dateOf(birthDate), scanned = dateOf(studyDate);
    if (!born.isValid() || !scanned.isValid() || scanned < born) return {};
    const bool isBefore = std::pair(scanned.month(), scanned.day()) < std::pair(born.month(), born.day());
    const int years = scanned.year() - born.year() - isBefore;
    return years > 150 ? QByteArray() : QByteArray::number(years).rightJustified(3, '0') + 'Y';
}

/// What was done, in the codes of PS3.16 CID 7050.
QByteArray methodCodes() {
    struct Code {
        const char *value, *meaning;
    };
    constexpr Code codes[] = {
        {"113100", "Basic Application Confidentiality Profile"},
        {"113105", "Clean Descriptors Option"},
        {"113107", "Retain Longitudinal Temporal Information Modified Dates Option"},
        {"113108", "Retain Patient Characteristics Option"},
        {"113111", "Retain Safe Private Option"},
    };
    QByteArray items;
    for (const Code& code : codes)
        items += encodeItem(encodeElement(0x00080100, "SH", code.value) + encodeElement(0x00080102, "SH", "DCM") +
                            encodeElement(0x00080104, "LO", code.meaning));
    return items;
}

} // namespace

QByteArray cleanedDataset(const DicomDataset& root, const Pseudonym& pseudonym) {
    Cleaner::Elements elements = Cleaner(root, pseudonym).clean(root, false);
    const auto set = [&](DicomTag tag, const char* vr, const QByteArray& value) {
        elements[tag] = encodeElement(tag, vr, value);
    };
    const QByteArray name = pseudonym.participant.toUtf8();
    set(0x00080005, "CS", "ISO_IR 192");
    set(0x00100010, "PN", name);
    set(0x00100020, "LO", name);
    set(birthDate, "DA", {});
    if (root.bytes(patientAge).isEmpty()) set(patientAge, "AS", ageOf(root));
    set(0x00120062, "CS", "YES");
    set(0x00120063, "LO", "Neuraxis: PS3.15 Basic Profile with options");
    set(0x00120064, "SQ", methodCodes());
    if (!pseudonym.visit.isEmpty()) set(0x00120050, "LO", pseudonym.visit.toUtf8());
    set(0x00280303, "CS", "MODIFIED");
    QByteArray bytes;
    for (const auto& [tag, element] : elements) bytes += element;
    return bytes;
}

} // namespace neuraxis::io
