# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of Google Authenticator, written by Google's own library for such messages and not by ours."""
import base64
import urllib.parse

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from . import secrets


def _payload_class():
    file = descriptor_pb2.FileDescriptorProto(name="migration.proto", syntax="proto3")
    payload, account = file.message_type.add(name="Payload"), file.message_type.add(name="Account")
    kinds = descriptor_pb2.FieldDescriptorProto
    payload.field.add(name="accounts", number=1, type=kinds.TYPE_MESSAGE, label=kinds.LABEL_REPEATED, type_name=".Account")
    for number, name in enumerate(("version", "batch_size", "batch_index", "batch_id"), 2):
        payload.field.add(name=name, number=number, type=kinds.TYPE_INT32, label=kinds.LABEL_OPTIONAL)
    for number, name, kind in ((1, "secret", kinds.TYPE_BYTES), (2, "name", kinds.TYPE_STRING), (3, "issuer", kinds.TYPE_STRING),
                               (4, "algorithm", kinds.TYPE_INT32), (5, "digits", kinds.TYPE_INT32),
                               (6, "type", kinds.TYPE_INT32), (7, "counter", kinds.TYPE_INT64),
                               (8, "unique_id", kinds.TYPE_STRING)):
        account.field.add(name=name, number=number, type=kind, label=kinds.LABEL_OPTIONAL)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName("Payload"))


_Payload = _payload_class()


def payload(accounts, size=1, index=0, batch_id=0, version=1):
    """The message. `accounts`: dictionaries of secret (bytes), name, issuer, algorithm 1 SHA-1 2 SHA-256 3 SHA-512, digits
    1 six 2 eight, type 1 counted 2 timed, counter, unique_id."""
    secrets.note(*(base64.b32encode(account.get("secret", b"")).decode() for account in accounts))
    message = _Payload(version=version, batch_size=size, batch_index=index, batch_id=batch_id)
    for account in accounts:
        message.accounts.add(**account)
    return message.SerializeToString()


def link(accounts, **numbers):
    """What the QR code holds."""
    data = base64.b64encode(payload(accounts, **numbers)).decode()
    return "otpauth-migration://offline?data=" + urllib.parse.quote(data, safe="")


def parts(accounts, in_each, **numbers):
    """The links of one export: `in_each` accounts in one code, as the program spreads more than ten."""
    pieces = [accounts[start:start + in_each] for start in range(0, len(accounts), in_each)]
    return [link(piece, size=len(pieces), index=index, **numbers) for index, piece in enumerate(pieces)]
