import { atDoor, onAccount, type Route } from '../../platform/http/routes.ts';
import * as contract from './contract.ts';
import { askAnyPasskey, enterByCode, enterByPasskey, enterByPassword, leaveHere, showDoor } from './door.actions.ts';
import { dropPasskey, keepPasskey, startPasskey, startTotp, turnTotpOff, turnTotpOn } from './factors.actions.ts';
import { acceptBy, showInvitation } from './invitation.actions.ts';
import {
  askSecondFactor,
  dropMember,
  editMember,
  endSessionsOfMember,
  sendInvitation,
  showMembers,
  takeBackInvitation,
} from './members.actions.ts';
import { endOne, endOthers, setPassword, showAccount } from './own.actions.ts';
import { setOut } from './provider.actions.ts';
import { dropProvider, renewProviderSecret, setUpProvider, showProviders } from './providers.actions.ts';

export const accountRoutes: Route[] = [
  atDoor(contract.readDoor, showDoor),
  atDoor(contract.enterPassword, enterByPassword),
  atDoor(contract.enterCode, enterByCode),
  atDoor(contract.askPasskey, askAnyPasskey),
  atDoor(contract.enterPasskey, enterByPasskey),
  atDoor(contract.leaveForProvider, setOut),
  atDoor(contract.readInvitation, showInvitation),
  atDoor(contract.acceptInvitation, acceptBy),
  atDoor(contract.leave, leaveHere),
  onAccount(contract.readAccount, showAccount),
  onAccount(contract.endSession, endOne),
  onAccount(contract.endOtherSessions, endOthers),
  onAccount(contract.changePassword, setPassword),
  onAccount(contract.beginTotp, startTotp),
  onAccount(contract.finishTotp, turnTotpOn),
  onAccount(contract.removeTotp, turnTotpOff),
  onAccount(contract.beginPasskey, startPasskey),
  onAccount(contract.addPasskey, keepPasskey),
  onAccount(contract.removePasskey, dropPasskey),
  onAccount(contract.listMembers, showMembers),
  onAccount(contract.invite, sendInvitation),
  onAccount(contract.withdrawInvitation, takeBackInvitation),
  onAccount(contract.changeMember, editMember),
  onAccount(contract.removeMember, dropMember),
  onAccount(contract.endMemberSessions, endSessionsOfMember),
  onAccount(contract.requireSecondFactor, askSecondFactor),
  onAccount(contract.listProviders, showProviders),
  onAccount(contract.addProvider, setUpProvider),
  onAccount(contract.changeProviderSecret, renewProviderSecret),
  onAccount(contract.removeProvider, dropProvider),
];
