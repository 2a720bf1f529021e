#pragma once

#include <QByteArrayView>
#include <QString>

namespace neuraxis::io {

/// Text of a DICOM element by the data set's Specific Character Set (0008,0005), with the code extensions of
/// ISO/IEC 2022 (PS3.3 C.12.1.1.2, PS3.5 6.1). Without one, or with one that is not known, what is not ASCII is taken
/// for UTF-8 where it is that, else for Latin-1. Bytes that have no meaning become U+FFFD or are left out.
QString decodeText(QByteArrayView text, QByteArrayView specificCharacterSet);

} // namespace neuraxis::io
