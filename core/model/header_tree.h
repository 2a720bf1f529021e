#pragma once

#include <QString>
#include <vector>

namespace neuraxis {

/// One field of a file's header as it is shown: a DICOM element, an item of a sequence, a number of a NIfTI header.
struct HeaderNode {
    quint32 tag = 0; ///< 0x00180081 is (0018,0081); 0 where the format has no tags
    char vr[2] = {' ', ' '};
    bool identifying = false; ///< The value may tell who was scanned
    quint64 key = 0;          ///< The same for the same field of another header
    quint64 digest = 0;       ///< Of the whole value, where `value` is only its beginning
    QString name;             ///< "Echo Time"
    QString creator;          ///< Who defined a private element
    QString value;
    std::vector<HeaderNode> children;
};

/// All that a file's header says.
struct HeaderTree {
    std::vector<HeaderNode> nodes;
    QString problem; ///< A sentence when not all of it could be read
};

/// "(0018,0081)"; empty for 0 and for the items of sequences.
QString tagText(quint32 tag);
/// The value, or dots in its place where it is identifying and those are not to be shown.
QString shownValue(const HeaderNode& node, bool identifying);

} // namespace neuraxis
